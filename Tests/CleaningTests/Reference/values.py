"""Writes the reference tables of value reading. Run: python3 values.py

The authorities are not ours: `datetime` reads and prints the dates and tells which
orders make one, `decimal` prints the numbers, the check of an NHS number is its
definition (the weighted sum of all ten digits is a multiple of 11), and a postcode is
what the regular expression of the Government Data Standards Catalogue matches.
"""
import datetime
import decimal
import json
import pathlib
import platform
import random
import re

FOLDER = pathlib.Path(__file__).parent
RANDOM = random.Random(20240331)


def write(name, cases):
    text = ",\n".join(json.dumps(case, ensure_ascii=True) for case in cases)
    (FOLDER / f"{name}.json").write_text(f"[\n{text}\n]\n", encoding="utf-8")


def some_days(count):
    first, last = datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)
    edges = [first, last, *(datetime.date(*day) for day in (
        (1900, 2, 28), (1900, 3, 1), (2000, 2, 29), (2024, 2, 29), (2024, 12, 31), (2100, 2, 28)))]
    span = (last - first).days
    return edges + [first + datetime.timedelta(RANDOM.randint(0, span)) for _ in range(count)]


def read(text, form):
    try:
        return datetime.datetime.strptime(text, form).date().isoformat()
    except ValueError:
        return None


def ordinal(day):
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day // 10 != 1 else 0, "th")


def date_cases():
    named = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y %m %d", "%Y-%m-%dT%H:%M:%SZ",
             "%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%dT%H:%M+01:00", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y",
             "%d/%b/%Y", "%d%b%Y", "%b %d %Y", "%A %d %B %Y", "%a, %d %b %Y %H:%M:%S",
             "%A, %B %d, %Y", "%a %b %d %Y %H:%M:%S GMT+0100 (British Summer Time)",
             "%Y/%m/%d %I:%M:%S %p GMT+1", "%Y-%b-%d", "{o} %B %Y", "{o} of %B, %Y", "%B {o} %Y",
             "%d %B %Y at %H:%M"]
    for day in some_days(40):
        moment = datetime.datetime.combine(day, datetime.time(
            RANDOM.randint(0, 23), RANDOM.randint(0, 59), RANDOM.randint(0, 59)))
        for form in RANDOM.sample(named, 6) if day.year > 1900 else named:
            text = moment.strftime(form.replace("{o}", f"{day.day}{ordinal(day.day)}"))
            yield {"text": text, "dayFirst": day.isoformat(), "monthFirst": day.isoformat()}
    for _ in range(200):
        mark = RANDOM.choice("/.- ")
        text = mark.join((str(RANDOM.randint(1, 32)), str(RANDOM.randint(1, 14)),
                          str(RANDOM.randint(1895, 2105))))
        if RANDOM.random() < 0.5:
            first, second, year = text.split(mark)
            text = mark.join((second.zfill(2), first.zfill(2), year))
        time = RANDOM.choice(["", " 14:05", " 14:05:12", " 8:05:12 PM", " 8:05 a.m."])
        yield {"text": text + time, "dayFirst": read(text, f"%d{mark}%m{mark}%Y"),
               "monthFirst": read(text, f"%m{mark}%d{mark}%Y")}


def serial_cases():
    for day in some_days(40):
        number = (day - datetime.date(1899, 12, 30)).days
        if 10_000 <= number <= 99_999:
            yield {"number": number, "date": day.isoformat()}


def number_cases():
    """Prints numbers with each mark between thousands and each before decimals."""
    marks = [(",", "point"), (" ", "point"), ("'", "point"), ("\u00a0", "point"), ("", "point"),
             (".", "comma"), (" ", "comma"), ("'", "comma"), ("\u202f", "comma"), ("", "comma")]
    for _ in range(400):
        places = RANDOM.randint(0, 6)
        number = decimal.Decimal(RANDOM.randint(0, 10 ** RANDOM.randint(1, 12))).scaleb(-places)
        thousands, mark = RANDOM.choice(marks)
        whole, _, decimals = f"{number:,f}".partition(".")
        text = whole.replace(",", thousands)
        if decimals:
            text += {"point": ".", "comma": ","}[mark] + decimals
        sign, value = RANDOM.choice([
            ("{}", 1), ("-{}", -1), ("\u2212{}", -1), ("({})", -1), ("{}-", -1), ("+{}", 1),
            ("\u00a3{}", 1), ("-\u00a3{}", -1), ("\u00a3-{}", -1), ("(\u00a3{})", -1),
            ("{} \u20ac", 1), ("GBP {}", 1), ("{}%", 1), ("{} %", 1), ("${}", 1)])
        yield {"text": sign.format(text), "mark": mark, "value": float(value * number)}


def nhs_cases():
    def is_valid(digits):
        return (len(digits) == 10 and len(set(digits)) > 1
                and sum(weight * int(digit) for weight, digit in zip(range(10, 0, -1), digits))
                % 11 == 0)

    numbers = ["".join(RANDOM.choices("0123456789", k=10)) for _ in range(1500)]
    numbers = [n for n in numbers if is_valid(n)] + [n for n in numbers if not is_valid(n)][:60]
    numbers += [str(digit) * 10 for digit in range(10)] + ["943476591", "94347659190", "9434765919"]
    for digits in numbers:
        shown = RANDOM.choice(["{0}{1}{2}", "{0} {1} {2}", "{0}-{1}-{2}"])
        yield {"text": shown.format(digits[:3], digits[3:6], digits[6:]),
               "digits": digits if is_valid(digits) else None}


POSTCODE = re.compile(
    r"^(GIR 0AA|[A-PR-UWYZ]([0-9]{1,2}|([A-HK-Y][0-9]([0-9ABEHMNPRV-Y])?)|[0-9][A-HJKPSTUW]) "
    r"[0-9][ABD-HJLNP-UW-Z]{2})$")


def postcode_cases():
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for form in ["A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA", "A 9AA",
                 "AAA9 9AA", "A999 9AA", "AA9 AAA", "A9 99A", "AA9AA 9AA", "99 9AA"]:
        for _ in range(60):
            code = "".join(
                RANDOM.choice(letters) if letter == "A"
                else RANDOM.choice("0123456789") if letter == "9" else letter for letter in form)
            yield {"text": code, "isValid": POSTCODE.match(code) is not None}
    yield {"text": "GIR 0AA", "isValid": True}


if __name__ == "__main__":
    for name, cases in [("dates", date_cases()), ("excel-serials", serial_cases()),
                        ("numbers", number_cases()), ("nhs-numbers", nhs_cases()),
                        ("postcodes", postcode_cases())]:
        write(name, [{"source": f"Python {platform.python_version()}", **case} if index == 0
                     else case for index, case in enumerate(cases)])
