#!/usr/bin/env python3
"""Writes the export shapes and survey exports in this folder, byte for byte.

    python3 make_fixtures.py            writes shapes/, surveys/ and the page docs/export-shapes.md
    python3 make_fixtures.py --check    compares with what is there; exit 1 on a difference

Every text, person, place and number is invented. Beside each CSV stands what a
reader should make of it (`.expected.json`), written out here by hand and not
computed from the file; how to read it is in the two README files.

Only the standard library is used, and nothing of the machine enters the bytes.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILES: dict[str, bytes] = {}

BOM = b"\xef\xbb\xbf"


def quoted(text, delimiter=",", style="minimal"):
    if style == "all" or (style == "not-empty" and text != ""):
        return '"' + text.replace('"', '""') + '"'
    if style == "minimal" and any(mark in text for mark in (delimiter, '"', "\n", "\r")):
        return '"' + text.replace('"', '""') + '"'
    return text


def table(rows, delimiter=",", style="minimal", eol="\n", final=True):
    """Rows of texts as CSV; every row must be as wide as the first."""
    width = len(rows[0])
    for row in rows:
        assert len(row) == width, (len(row), width, row)
    lines = [delimiter.join(quoted(cell, delimiter, style) for cell in row) for row in rows]
    return eol.join(lines) + (eol if final else "")


def dump(value):
    """JSON with one row of a table on one line."""

    def lines(item, indent):
        pad = "  " * indent
        if isinstance(item, dict) and item and (indent == 0 or len(json.dumps(item)) > 90):
            inner = ",\n".join(
                f"{pad}  {json.dumps(key)}: {lines(part, indent + 1)}" for key, part in item.items())
            return "{\n" + inner + "\n" + pad + "}"
        if isinstance(item, list) and any(isinstance(part, (list, dict)) for part in item):
            inner = ",\n".join(f"{pad}  {lines(part, indent + 1)}" for part in item)
            return "[\n" + inner + "\n" + pad + "]"
        return json.dumps(item, ensure_ascii=False)

    return (lines(value, 0) + "\n").encode("utf-8")


def add(folder, name, data, expected):
    for suffix in (".csv", ".expected.json"):
        assert f"{folder}/{name}{suffix}" not in FILES, name
    FILES[f"{folder}/{name}.csv"] = data
    FILES[f"{folder}/{name}.expected.json"] = dump(expected)


# ---------------------------------------------------------------------------
# Shapes
# ---------------------------------------------------------------------------


def shape(
    name, data, columns, rows, encoding="UTF-8", bom=False, delimiter="comma", quote='"',
    escape="doubled", line_ending="LF", preamble=0, header=1, header_line=1, footer=0,
    problems=(), notes="",
):
    assert header == 0 or all(len(row) == len(columns) for row in rows), name
    expected = {
        "file": f"{name}.csv", "encoding": encoding, "byte_order_mark": bom,
        "delimiter": delimiter, "quote": quote, "escape": escape, "line_ending": line_ending,
        "preamble_rows": preamble, "header_rows": header, "header_line": header_line,
        "footer_rows": footer, "columns": columns, "rows": rows, "problems": list(problems),
        "notes": notes,
    }
    add("shapes", name, data, expected)


def refused(name, data, problem, notes):
    add("shapes", name, data, {"file": f"{name}.csv", "refused": problem, "notes": notes})


def problem(kind, line, **more):
    return {"kind": kind, "line": line, **more}


MEMBERS = [["M01", "Mill Street", "4"], ["M02", "Harbour", "2"], ["M03", "Mill Street", "5"]]
MEMBER_HEADINGS = ["member", "site", "meetings"]
PLAIN = "member,site,meetings\nM01,Mill Street,4\nM02,Harbour,2\nM03,Mill Street,5\n"


def make_shapes():
    # Above the headings ----------------------------------------------------
    shape(
        "title-rows",
        b"Riverside Lived Experience Panel\nMeetings attended, January to March 2026\n\n"
        + PLAIN.encode(),
        MEMBER_HEADINGS, MEMBERS, preamble=2, header_line=4,
        notes="A blank line is not a record; `header_line` counts it as a line.")
    shape(
        "title-rows-padded",
        b"Riverside Lived Experience Panel,,\r\n\"Printed: 2 April 2026, 09:15\",,\r\n,,\r\n"
        + PLAIN.replace("\n", "\r\n").encode(),
        MEMBER_HEADINGS, MEMBERS, preamble=3, header_line=4, line_ending="CRLF",
        notes="As Excel writes them: padded to the table's width; the row of empty cells counts.")
    shape(
        "leading-blank-lines", b"\n\n  \n" + PLAIN.encode(), MEMBER_HEADINGS, MEMBERS,
        header_line=4, notes="Lines of nothing but white space are no records.")
    shape(
        "hash-comments",
        b"# exported by the booking system\n# site codes: see handbook\n" + PLAIN.encode()[:-1]
        + b"\n# end of export\n",
        MEMBER_HEADINGS, MEMBERS, preamble=2, header_line=3, footer=1,
        problems=[problem("footer-row", 7)])
    shape(
        "hash-in-data", b"#,member,comment\n1,M01,#metoo talk was good\n2,M02,# of seats too low\n",
        ["#", "member", "comment"],
        [["1", "M01", "#metoo talk was good"], ["2", "M02", "# of seats too low"]],
        notes="A first heading '#' and cells that begin with # are no comments: the line has the "
        "table's width.")
    shape(
        "sep-line", b"sep=;\r\n" + PLAIN.replace(",", ";").replace("\n", "\r\n").encode(),
        MEMBER_HEADINGS, MEMBERS, delimiter="semicolon", line_ending="CRLF", preamble=1,
        header_line=2, notes="The sep= line decides the delimiter and counts as a preamble row.")
    shape(
        "sep-line-comma-quoted", b'"sep=,"\n' + PLAIN.encode(), MEMBER_HEADINGS, MEMBERS,
        preamble=1, header_line=2, notes="Some programs quote the line.")
    shape(
        "two-header-rows",
        b",,January,,February,\nMember,Site,Invited,Came,Invited,Came\n"
        b"M01,Mill Street,2,2,1,0\nM02,Harbour,2,1,1,1\n",
        ["Member", "Site", "January - Invited", "January - Came", "February - Invited",
         "February - Came"],
        [["M01", "Mill Street", "2", "2", "1", "0"], ["M02", "Harbour", "2", "1", "1", "1"]],
        header=2,
        notes="Merged cells leave blanks to their right: the upper heading is carried on until the "
        "next, and a column with only one heading has that one.")
    shape(
        "three-header-rows",
        b"Site,Workshops,,,\n,Spring,,Summer,\n,Women,Men,Women,Men\nMill Street,3,1,2,2\n"
        b"Harbour,1,4,0,3\n",
        ["Site", "Workshops - Spring - Women", "Workshops - Spring - Men",
         "Workshops - Summer - Women", "Workshops - Summer - Men"],
        [["Mill Street", "3", "1", "2", "2"], ["Harbour", "1", "4", "0", "3"]], header=3)
    shape(
        "headings-in-two-lines",
        b"Name of,Meetings,Place\ngroup,held,on map\nWalkers,4,North\nSingers,12,Harbour\n",
        ["Name of group", "Meetings held", "Place on map"],
        [["Walkers", "4", "North"], ["Singers", "12", "Harbour"]], header=2,
        problems=[problem("second-headings", 2)],
        notes="Nothing stands over several columns: the rows are the lines of each heading.")
    shape(
        "headings-twice",
        b"site,visits\nsite,visits\nMill Street,12\nHarbour,7\n",
        ["site site", "visits visits"], [["Mill Street", "12"], ["Harbour", "7"]], header=2,
        notes="Both lines are kept; a pipeline that asks for `site` finds it.")
    shape(
        "newline-in-heading",
        b'member,"How many meetings\ndid you come to?","Paid?\n(yes/no)"\nM01,4,yes\nM02,2,no\n',
        ["member", "How many meetings did you come to?", "Paid? (yes/no)"],
        [["M01", "4", "yes"], ["M02", "2", "no"]],
        notes="White space in a heading is folded for its name.")

    # Below the rows --------------------------------------------------------
    shape(
        "footer-total", PLAIN.encode() + b"Total,,11\n", MEMBER_HEADINGS, MEMBERS, footer=1,
        problems=[problem("footer-row", 5)], notes="A total is left out of the rows, and said so.")
    shape(
        "footer-total-average-notes",
        PLAIN.encode() + b"\nGrand total,,11\nAverage,,3.7\n,,\n\"Note: M02 joined in March, late\",,\n"
        b"Source: attendance register,,\n",
        MEMBER_HEADINGS, MEMBERS, footer=5,
        problems=[problem("footer-row", line) for line in (6, 7, 9, 10)],
        notes="The rows of the total, the average, empty cells, the note and the source.")
    shape(
        "subtotals-inside",
        b"site,member,meetings\nHarbour,M02,2\nHarbour,M04,3\nHarbour total,,5\nMill Street,M01,4\n"
        b"Mill Street total,,4\nGrand total,,9\n",
        ["site", "member", "meetings"],
        [["Harbour", "M02", "2"], ["Harbour", "M04", "3"], ["Harbour total", "", "5"],
         ["Mill Street", "M01", "4"], ["Mill Street total", "", "4"]],
        footer=1,
        problems=[problem("footer-row", 7)],
        notes="Only what stands below all rows is a footer. Subtotals between rows stay rows: leaving "
        "a row out of the middle is the owner's decision.")
    shape(
        "total-that-is-data",
        b"site,member,meetings\nTotal Recovery CIC,M01,4\nHarbour,M02,2\nTotal Recovery CIC,M03,5\n",
        ["site", "member", "meetings"],
        [["Total Recovery CIC", "M01", "4"], ["Harbour", "M02", "2"],
         ["Total Recovery CIC", "M03", "5"]],
        notes="No footer: the word begins a name, and the row is filled like the others.")
    shape(
        "footer-record-count", PLAIN.encode() + b"\n3 records exported\n", MEMBER_HEADINGS, MEMBERS,
        footer=1, problems=[problem("footer-row", 6)])
    shape(
        "ctrl-z-at-end", PLAIN.replace("\n", "\r\n").encode() + b"\x1a", MEMBER_HEADINGS, MEMBERS,
        line_ending="CRLF", notes="An old end-of-file mark after the last line is no row.")
    shape(
        "two-tables",
        b"member,site,meetings\nM01,Mill Street,4\nM02,Harbour,2\nM03,Mill Street,5\n\n"
        b"site,lead\nMill Street,Asha Sample\nHarbour,Tom Placeholder\n",
        MEMBER_HEADINGS, MEMBERS, footer=3, problems=[problem("second-table", 6)],
        notes="The table with the most cells is read when the pipeline names no headings; the "
        "other counts as footer and is reported.")
    shape(
        "repeated-header",
        b"member,site,meetings\nM01,Mill Street,4\nmember,site,meetings\nM02,Harbour,2\n",
        MEMBER_HEADINGS, [["M01", "Mill Street", "4"], ["M02", "Harbour", "2"]],
        problems=[problem("repeated-header", 3)], notes="Two exports pasted one below the other.")
    shape(
        "byte-order-mark-inside",
        BOM + b"member,site,meetings\nM01,Mill Street,4\n" + BOM + b"M02,Harbour,2\n",
        MEMBER_HEADINGS, [["M01", "Mill Street", "4"], ["M02", "Harbour", "2"]], bom=True,
        problems=[problem("byte-order-mark", 3)],
        notes="Files joined with `copy` or `cat`: the second mark is no letter of the cell.")

    # Columns ---------------------------------------------------------------
    shape(
        "blank-column-names", b"member,,site,\nM01,x,Mill Street,4\nM02,y,Harbour,2\n",
        ["member", "column 2", "site", "column 4"],
        [["M01", "x", "Mill Street", "4"], ["M02", "y", "Harbour", "2"]],
        notes="A column with cells but no heading is named by its place.")
    shape(
        "duplicate-names", b"member,Comment,score,comment ,Comment\nM01,good,4,late,\nM02,cold,2,,loud\n",
        ["member", "Comment", "score", "comment (2)", "Comment (3)"],
        [["M01", "good", "4", "late", ""], ["M02", "cold", "2", "", "loud"]],
        notes="Headings that differ by case or white space only count as the same.")
    shape(
        "blank-column-left", b",member,site,meetings\n,M01,Mill Street,4\n,M02,Harbour,2\n",
        MEMBER_HEADINGS, [["M01", "Mill Street", "4"], ["M02", "Harbour", "2"]],
        notes="A column with neither a heading nor a cell is no column.")
    shape(
        "row-names-left", b",site,meetings\nM01,Mill Street,4\nM02,Harbour,2\n",
        ["column 1", "site", "meetings"], [["M01", "Mill Street", "4"], ["M02", "Harbour", "2"]],
        notes="As R and pandas write row names.")
    shape(
        "row-names-left-short-header", b"site,meetings\nM01,Mill Street,4\nM02,Harbour,2\n",
        ["site", "meetings"], [["M01", "Mill Street"], ["M02", "Harbour"]],
        problems=[problem("long-row", 2), problem("long-row", 3)],
        notes="R's write.table: the headings lack the first column. Nothing is shifted on a guess: "
        "one problem for all rows, and the remedy names the cause.")
    shape(
        "trailing-delimiters",
        b"member,site,meetings,,\nM01,Mill Street,4,,\nM02,Harbour,2,,\nM03,Mill Street,5,,\n",
        MEMBER_HEADINGS, MEMBERS)
    shape(
        "trailing-delimiter-rows-only",
        b"member,site,meetings\nM01,Mill Street,4,\nM02,Harbour,2,\nM03,Mill Street,5,\n",
        MEMBER_HEADINGS, MEMBERS, notes="Surplus cells that are empty are no problem.")
    shape(
        "short-rows", b"member,site,meetings\nM01,Mill Street,4\nM02\nM03,Mill Street\nM04,Harbour,1\n",
        MEMBER_HEADINGS,
        [["M01", "Mill Street", "4"], ["M02", "", ""], ["M03", "Mill Street", ""],
         ["M04", "Harbour", "1"]],
        problems=[problem("short-row", 3), problem("short-row", 4)],
        notes="Missing cells are empty.")
    shape(
        "long-rows",
        b"member,comment,score\nM01,warm welcome,4\nM02,cold, dark and far away,2\nM03,fine,5,x,y\n",
        ["member", "comment", "score"],
        [["M01", "warm welcome", "4"], ["M02", "cold", " dark and far away"], ["M03", "fine", "5"]],
        problems=[problem("long-row", 3), problem("long-row", 4)],
        notes="The surplus is not joined on a guess; the problem says how many cells there were.")
    shape(
        "single-column", b"What should we do differently?\nMore breaks\n\"Shorter, clearer papers\"\n",
        ["What should we do differently?"], [["More breaks"], ["Shorter, clearer papers"]],
        delimiter="none", notes="No separator outside quotes.")

    # Quotes and escapes ----------------------------------------------------
    shape(
        "embedded-newline",
        b'member,comment,score\r\nM01,"Warm welcome.\r\nCold room.",4\r\nM02,"Line one\nline two",2\r\n',
        ["member", "comment", "score"],
        [["M01", "Warm welcome.\r\nCold room.", "4"], ["M02", "Line one\nline two", "2"]],
        line_ending="CRLF", notes="Line ends inside cells are kept as they are.")
    shape(
        "unclosed-quote",
        b'member,comment,score\nM01,fine,4\nM02,"they never closed this,2\nM03,fine,5\nM04,"all, good",3\n',
        ["member", "comment", "score"],
        [["M01", "fine", "4"], ["M02", '"they never closed this', "2"], ["M03", "fine", "5"],
         ["M04", "all, good", "3"]],
        problems=[problem("unclosed-quote", 3)],
        notes="The line is read as if its quote were a letter; the rest of the file is not lost.")
    shape(
        "unclosed-quote-at-end",
        b'member,comment,score\nM01,fine,4\nM02,"cold, dark\nM03,fine,5\n',
        ["member", "comment", "score"],
        [["M01", "fine", "4"], ["M02", '"cold', " dark"], ["M03", "fine", "5"]],
        problems=[problem("unclosed-quote", 3)])
    shape(
        "stray-quote",
        b'member,comment,score\nM01,said "yes" at once,4\nM02,"a "quoted" word",2\nM03,6" ramp,5\n',
        ["member", "comment", "score"],
        [["M01", 'said "yes" at once', "4"], ["M02", 'a "quoted" word', "2"],
         ["M03", '6" ramp', "5"]],
        problems=[problem("quote-as-letter", 2), problem("stray-quote", 3)],
        notes="A quote inside an unquoted cell is a letter, which is told once a file; one inside a "
        "quoted cell that ends nothing is a letter and a problem in each row.")
    shape(
        "text-after-quote", b'member,comment,score\nM01,"warm" welcome,4\nM02,fine,2\n',
        ["member", "comment", "score"], [["M01", '"warm" welcome', "4"], ["M02", "fine", "2"]],
        problems=[problem("unclosed-quote", 2)],
        notes="A quote that opens the cell, then text after the second: neither ends the cell.")
    shape(
        "spaces-after-delimiters",
        b'member, comment, score\nM01, "warm, friendly", 4\nM02, plain , 2\nM03 , "",5\n',
        ["member", "comment", "score"],
        [["M01", "warm, friendly", "4"], ["M02", "plain", "2"], ["M03", "", "5"]],
        notes="Spaces round a cell are no part of it; a quote after spaces opens a quoted cell.")
    shape(
        "single-quotes",
        b"'member','comment','score'\n'M01','warm, friendly','4'\n'M02','it''s cold','2'\n",
        ["member", "comment", "score"],
        [["M01", "warm, friendly", "4"], ["M02", "it's cold", "2"]], quote="'")
    shape(
        "apostrophes-are-not-quotes",
        b"member,comment,score\nM01,'twas fine,4\nM02,the carers' room,2\nM03,'ello,5\n",
        ["member", "comment", "score"],
        [["M01", "'twas fine", "4"], ["M02", "the carers' room", "2"], ["M03", "'ello", "5"]])
    shape(
        "backslash-escape",
        b'member,comment,score\nM01,"she said \\"come in\\", twice",4\nM02,"C:\\\\papers",2\n'
        b'M03,"plain, quoted",5\n',
        ["member", "comment", "score"],
        [["M01", 'she said "come in", twice', "4"], ["M02", "C:\\papers", "2"],
         ["M03", "plain, quoted", "5"]], escape="backslash")
    shape(
        "all-quoted-semicolons",
        '"member";"comment";"score"\n"M01";"warm, friendly, loud";"4"\n"M02";"late; dark";"2"\n'
        .encode(),
        ["member", "comment", "score"],
        [["M01", "warm, friendly, loud", "4"], ["M02", "late; dark", "2"]], delimiter="semicolon")

    # Delimiters and numbers ------------------------------------------------
    shape(
        "pipe", PLAIN.replace(",", "|").encode(), MEMBER_HEADINGS, MEMBERS, delimiter="pipe",
        quote=None)
    shape(
        "tab", PLAIN.replace(",", "\t").encode(), MEMBER_HEADINGS, MEMBERS, delimiter="tab",
        quote=None)
    shape(
        "decimal-comma-semicolon",
        "member;cost;score\nM01;1.234,50;3,5\nM02;12,00;4\nM03;0,75;2,5\n".encode(),
        ["member", "cost", "score"],
        [["M01", "1.234,50", "3,5"], ["M02", "12,00", "4"], ["M03", "0,75", "2,5"]],
        delimiter="semicolon", quote=None,
        notes="Texts as they are; the decimal comma is for cleaning to read. More commas than "
        "semicolons in the rows, none in the headings.")
    shape(
        "commas-in-semicolon-text",
        "member;comment;score\nM01;warm, kind, clear, short;4\nM02;cold, dark, far, late;2\n".encode(),
        ["member", "comment", "score"],
        [["M01", "warm, kind, clear, short", "4"], ["M02", "cold, dark, far, late", "2"]],
        delimiter="semicolon", quote=None, notes="Commas are as regular as semicolons in the rows.")
    shape(
        "thousands-in-quotes",
        b'site,people,budget\nMill Street,"1,204","\xc2\xa312,500.00"\nHarbour,310,"\xc2\xa34,000.50"\n',
        ["site", "people", "budget"],
        [["Mill Street", "1,204", "£12,500.00"], ["Harbour", "310", "£4,000.50"]])

    # Rows and lines --------------------------------------------------------
    shape(
        "no-header", b"M01,Mill Street,4\nM02,Harbour,2\nM03,Mill Street,5\n",
        ["column 1", "column 2", "column 3"], MEMBERS, header=0, header_line=None,
        problems=[problem("no-headings", 0)],
        notes="Only where the pipeline names no headings; with wanted headings the file is refused.")
    shape(
        "header-only", b"member,site,meetings", MEMBER_HEADINGS, [], line_ending=None, quote=None,
        problems=[problem("no-rows", 0)], notes="Not even a line end.")
    shape(
        "zero-rows", b"Bookings for June 2026\r\nmember,site,meetings\r\nNo records found\r\n",
        MEMBER_HEADINGS, [], line_ending="CRLF", preamble=1, header_line=2, footer=1,
        problems=[problem("footer-row", 3), problem("no-rows", 0)])
    shape(
        "blank-lines-between",
        b"member,site,meetings\n\nM01,Mill Street,4\n\n\nM02,Harbour,2\n \nM03,Mill Street,5\n\n",
        MEMBER_HEADINGS, MEMBERS)
    shape(
        "rows-of-empty-cells",
        b"member,site,meetings\r\nM01,Mill Street,4\r\n,,\r\nM02,Harbour,2\r\nM03,Mill Street,5\r\n,,\r\n,,\r\n",
        MEMBER_HEADINGS, MEMBERS, line_ending="CRLF", footer=2,
        problems=[problem("blank-row", 3)],
        notes="An empty row between rows is left out and said so; at the end it is footer.")
    shape(
        "cr-only", PLAIN.replace("\n", "\r").encode(), MEMBER_HEADINGS, MEMBERS, line_ending="CR",
        notes="Excel's 'CSV (Macintosh)'.")
    shape(
        "mixed-line-ends",
        b"member,site,meetings\r\nM01,Mill Street,4\nM02,Harbour,2\rM03,Mill Street,5\r\n",
        MEMBER_HEADINGS, MEMBERS, line_ending="mixed", notes="CRLF, LF and CR, one each at least.")
    shape(
        "cr-cr-lf", PLAIN.replace("\n", "\r\r\n").encode(), MEMBER_HEADINGS, MEMBERS,
        line_ending="mixed", notes="CR CR LF: written twice in text mode; the blank lines are no rows.")
    shape(
        "nul-byte", b"member,site,meetings\nM01,Mill\x00 Street,4\nM02,\x00,2\nM03,Mill Street,5\n",
        MEMBER_HEADINGS, [["M01", "Mill Street", "4"], ["M02", "", "2"], ["M03", "Mill Street", "5"]],
        problems=[problem("nul-byte", 2), problem("nul-byte", 3)],
        notes="NUL is left out of the text; a cell of nothing else is empty.")

    # Encodings -------------------------------------------------------------
    accents = "member,name,comment\nM01,Zoë Sample,“Très bien” – merci\nM02,Siân Mock,It’s £5 too much…\n"
    accented = [["M01", "Zoë Sample", "“Très bien” – merci"], ["M02", "Siân Mock", "It’s £5 too much…"]]
    names = ["member", "name", "comment"]
    shape("utf-8", accents.encode(), names, accented)
    shape("utf-8-bom", BOM + accents.encode(), names, accented, bom=True)
    shape("utf-16-le-bom", b"\xff\xfe" + accents.encode("utf-16-le"), names, accented,
          encoding="UTF-16LE", bom=True)
    shape("utf-16-be-bom", b"\xfe\xff" + accents.encode("utf-16-be"), names, accented,
          encoding="UTF-16BE", bom=True)
    shape("utf-16-le", accents.encode("utf-16-le"), names, accented, encoding="UTF-16LE")
    shape("utf-16-be", accents.encode("utf-16-be"), names, accented, encoding="UTF-16BE")
    shape("windows-1252", accents.encode("cp1252"), names, accented, encoding="Windows-1252")
    euro = "member,name,comment\nM01,Chloé Sample,Le cœur du débat\nM02,Žofie Mock,Coûte 5 € l’été\n"
    euro = euro.replace("’", "'")
    shape(
        "iso-8859-15", euro.encode("iso-8859-15"), names,
        [["M01", "Chloé Sample", "Le cœur du débat"], ["M02", "Žofie Mock", "Coûte 5 € l'été"]],
        encoding="ISO-8859-15",
        notes="€ is 0xA4, œ 0xBD, Ž 0xB4: in Windows-1252 they would be ¤ ½ ´, which stand in no "
        "word and before no space.")
    mac = "member,name,comment\rM01,Zoë Sample,“Café” isn’t far – très bien…\rM02,Siân Mock,It’s £5\u00a0too much\r"
    shape(
        "mac-roman", mac.encode("mac_roman"), names,
        [["M01", "Zoë Sample", "“Café” isn’t far – très bien…"],
         ["M02", "Siân Mock", "It’s £5\u00a0too much"]],
        encoding="Mac Roman", line_ending="CR",
        notes="é is 0x8E, ’ 0xD5, £ 0xA3 and the no-break space 0xCA.")
    good = "member,name,comment\nM01,Zoë Sample,Très bien\nM02,Siân Mock,It’s £5 too much\nM03,Ren Mock,"
    damaged = good.encode() + b"caf\xe9 was shut\nM04,Lee Mock,\x93fine\n"
    shape(
        "utf-8-then-windows-1252", damaged, names,
        [["M01", "Zoë Sample", "Très bien"], ["M02", "Siân Mock", "It’s £5 too much"],
         ["M03", "Ren Mock", None], ["M04", "Lee Mock", None]],
        problems=[
            problem("undecodable-bytes", 4, byte_offset=damaged.index(b"\xe9"),
                    as_windows_1252="café was shut"),
            problem("undecodable-bytes", 5, byte_offset=damaged.index(b"\x93"),
                    as_windows_1252="“fine")],
        notes="UTF-8 but for two bytes near its end, and said to be just that. Cells with such "
        "bytes are missing as unreadable (null); the problem offers the reading as Windows-1252.")
    twice = "member,name\nM01,ZoÃ« Sample\nM02,SiÃ¢n Mock\n"
    shape(
        "twice-encoded", twice.encode(), ["member", "name"],
        [["M01", "ZoÃ« Sample"], ["M02", "SiÃ¢n Mock"]],
        problems=[problem("twice-encoded", 2)],
        notes="Valid UTF-8 made from a wrong reading of UTF-8. Reported once, with the number of "
        "places; not changed.")

    # Other exports that evaluators meet -------------------------------------
    shape(
        "excel-attendance-sheet",
        ("Riverside Panel – attendance,,,,,,\r\nSpring 2026,,,,,,\r\n,,,,,,\r\n"
         ",,14 Jan,,11 Feb,,\r\nName,Site,Invited,Came,Invited,Came,Notes\r\n"
         "Asha Sample,Mill Street,Y,Y,Y,N,\r\nTom Placeholder,Harbour,Y,N,Y,Y,\"taxi, paid\"\r\n"
         "Mina Mock,Harbour,Y,Y,N,,carer came\r\n,,,,,,\r\n"
         "Total,,3,2,2,1,\r\n,,,,,,\r\n* Y = yes; N = no; blank = not known,,,,,,\r\n"
         ).encode("cp1252"),
        ["Name", "Site", "14 Jan - Invited", "14 Jan - Came", "11 Feb - Invited", "11 Feb - Came",
         "Notes"],
        [["Asha Sample", "Mill Street", "Y", "Y", "Y", "N", ""],
         ["Tom Placeholder", "Harbour", "Y", "N", "Y", "Y", "taxi, paid"],
         ["Mina Mock", "Harbour", "Y", "Y", "N", "", "carer came"]],
        encoding="Windows-1252", line_ending="CRLF", preamble=3, header=2, header_line=4, footer=4,
        problems=[problem("footer-row", 10), problem("footer-row", 12)],
        notes="The upper heading is carried to the right only over columns that have a lower "
        "heading of the same group: 'Notes' stands alone because its own block is not merged. A "
        "reader of CSV cannot see merges: the rule is that a group ends where its pattern of lower "
        "headings (Invited, Came) ends.")
    shape(
        "eventbrite-attendees",
        ("Order #,Order Date,First Name,Surname,Email,Quantity,Ticket Type,Attendee #,Order Type,"
         "Currency,Total Paid,Attendee Status,Any access needs?\r\n"
         "9001,2026-02-03 10:12:44+00:00,Asha,Sample,asha@example.org,1,Free place,77001,Free Order,"
         "GBP,0.00,Attending,\"Step-free, please\"\r\n"
         "9001,2026-02-03 10:12:44+00:00,Info Requested,Info Requested,Info Requested,1,Free place,"
         "77002,Free Order,GBP,0.00,Attending,\r\n"
         "9002,2026-02-04 18:30:01+00:00,Tom,Placeholder,tom@example.org,1,Free place,77003,"
         "Free Order,GBP,0.00,Deleted,None\r\n").encode(),
        ["Order #", "Order Date", "First Name", "Surname", "Email", "Quantity", "Ticket Type",
         "Attendee #", "Order Type", "Currency", "Total Paid", "Attendee Status",
         "Any access needs?"],
        [["9001", "2026-02-03 10:12:44+00:00", "Asha", "Sample", "asha@example.org", "1",
          "Free place", "77001", "Free Order", "GBP", "0.00", "Attending", "Step-free, please"],
         ["9001", "2026-02-03 10:12:44+00:00", "Info Requested", "Info Requested",
          "Info Requested", "1", "Free place", "77002", "Free Order", "GBP", "0.00", "Attending", ""],
         ["9002", "2026-02-04 18:30:01+00:00", "Tom", "Placeholder", "tom@example.org", "1",
          "Free place", "77003", "Free Order", "GBP", "0.00", "Deleted", "None"]],
        line_ending="CRLF",
        notes="'Info Requested' stands for an answer not given; a person is an Attendee #, not an "
        "Order #.")
    shape(
        "mailchimp-audience",
        ('"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,'
         'LAST_CHANGED,LEID,EUID,NOTES,TAGS\n'
         'asha@example.org,Asha,Sample,4,"2025-11-02 09:00:00",192.0.2.7,"2025-11-02 09:01:10",'
         '"2026-01-05 12:00:00",100001,0a1b2c3d4e,,"""Steering group"",""Newsletter"""\n'
         'tom@example.org,Tom,,2,,,"2025-12-01 08:30:00","2025-12-01 08:30:00",100002,1b2c3d4e5f,,'
         '"""Newsletter"""\n').encode(),
        ["Email Address", "First Name", "Last Name", "MEMBER_RATING", "OPTIN_TIME", "OPTIN_IP",
         "CONFIRM_TIME", "LAST_CHANGED", "LEID", "EUID", "NOTES", "TAGS"],
        [["asha@example.org", "Asha", "Sample", "4", "2025-11-02 09:00:00", "192.0.2.7",
          "2025-11-02 09:01:10", "2026-01-05 12:00:00", "100001", "0a1b2c3d4e", "",
          '"Steering group","Newsletter"'],
         ["tom@example.org", "Tom", "", "2", "", "", "2025-12-01 08:30:00", "2025-12-01 08:30:00",
          "100002", "1b2c3d4e5f", "", '"Newsletter"']],
        notes="TAGS is a list in a cell, each item in quotes of its own, joined with commas.")
    shape(
        "zoom-participants",
        ('Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,\n'
         '"812 0000 0001",Steering group,03/10/2026 05:55:00 PM,03/10/2026 07:02:00 PM,'
         'lead@example.org,67,3,\n\n'
         'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n'
         'Asha Sample,asha@example.org,03/10/2026 05:58:10 PM,03/10/2026 07:01:00 PM,63,Yes\n'
         'iPad (Tom Placeholder),,03/10/2026 06:04:00 PM,03/10/2026 06:20:00 PM,16,Yes\n'
         'iPad (Tom Placeholder),,03/10/2026 06:22:00 PM,03/10/2026 07:02:00 PM,40,Yes\n').encode(),
        ["Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)",
         "Guest"],
        [["Asha Sample", "asha@example.org", "03/10/2026 05:58:10 PM", "03/10/2026 07:01:00 PM",
          "63", "Yes"],
         ["iPad (Tom Placeholder)", "", "03/10/2026 06:04:00 PM", "03/10/2026 06:20:00 PM", "16",
          "Yes"],
         ["iPad (Tom Placeholder)", "", "03/10/2026 06:22:00 PM", "03/10/2026 07:02:00 PM", "40",
          "Yes"]],
        preamble=2, header_line=4, problems=[problem("second-table", 1)],
        notes="Two blocks; the participants are the larger. One line per joining, so a person may "
        "stand twice. Dates are month first (10 March), which only the meeting itself can tell.")
    teams = (
        "1. Summary\nMeeting title\tSteering group\nAttended participants\t2\n"
        "Start time\t10/03/2026, 17:55:02\nEnd time\t10/03/2026, 19:02:40\n\n"
        "2. Participants\n"
        "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
        "Asha Sample\t10/03/2026, 17:58:10\t10/03/2026, 19:01:00\t1h 2m 50s\tasha@example.org\t"
        "asha@example.org\tOrganiser\n"
        "Tom Placeholder (Guest)\t10/03/2026, 18:04:00\t10/03/2026, 19:02:00\t56m 3s\t\t\tPresenter\n\n"
        "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n"
        "Asha Sample\t10/03/2026, 17:58:10\t10/03/2026, 19:01:00\t1h 2m 50s\tasha@example.org\t"
        "Organiser\n")
    shape(
        "teams-attendance", b"\xff\xfe" + teams.encode("utf-16-le"),
        ["Name", "First Join", "Last Leave", "In-Meeting Duration", "Email", "Participant ID (UPN)",
         "Role"],
        [["Asha Sample", "10/03/2026, 17:58:10", "10/03/2026, 19:01:00", "1h 2m 50s",
          "asha@example.org", "asha@example.org", "Organiser"],
         ["Tom Placeholder (Guest)", "10/03/2026, 18:04:00", "10/03/2026, 19:02:00", "56m 3s", "",
          "", "Presenter"]],
        encoding="UTF-16LE", bom=True, delimiter="tab", quote=None, preamble=6, header_line=8,
        footer=3, problems=[problem("second-table", 12)],
        notes="Three numbered sections; the participants are the largest table. Dates are day "
        "first with a comma, durations words.")
    shape(
        "council-crm",
        ('"Case Ref","Ward","Received","Channel","Subject","Officer Notes"\r\n'
         '"000142","Harbour","03-FEB-2026 08:15","Web","Co-design invitation","Rang twice; no reply"\r\n'
         '"000143","Mill Street","04-FEB-2026 16:40","Phone","Expenses","""Too slow"" - see\r\nletter"\r\n'
         '"Report run by: SYSTEM   Date: 05-FEB-2026   Records: 2"\r\n').encode("cp1252"),
        ["Case Ref", "Ward", "Received", "Channel", "Subject", "Officer Notes"],
        [["000142", "Harbour", "03-FEB-2026 08:15", "Web", "Co-design invitation",
          "Rang twice; no reply"],
         ["000143", "Mill Street", "04-FEB-2026 16:40", "Phone", "Expenses",
          '"Too slow" - see\r\nletter']],
        line_ending="CRLF", footer=1, problems=[problem("footer-row", 5)],
        notes="All ASCII, so UTF-8 as well as Windows-1252. The zeros of the reference count.")
    shape(
        "spss-names-and-labels",
        ('id,q1,q2_1,q2_2\n"Respondent","How welcome did you feel?","Took part: workshops",'
         '"Took part: reading group"\n1,"Very welcome",Yes,No\n2,"Not very welcome",No,Yes\n'
         '3,"-99",No,No\n').encode(),
        ["Respondent", "How welcome did you feel?", "Took part: workshops",
         "Took part: reading group"],
        [["1", "Very welcome", "Yes", "No"], ["2", "Not very welcome", "No", "Yes"],
         ["3", "-99", "No", "No"]],
        header=2, problems=[problem("second-headings", 2)],
        notes="Variable names, then labels: each column is found by either. The second row is a "
        "header because none of its cells is like the cells below it.")
    shape(
        "stata-value-labels",
        ('id,welcome,age_band,weight\n1,4. Very welcome,2. 25-44,.\n2,1. Not at all welcome,3. 45-64,1.25\n'
         '3,.a,2. 25-44,.8\n').encode(),
        ["id", "welcome", "age_band", "weight"],
        [["1", "4. Very welcome", "2. 25-44", "."], ["2", "1. Not at all welcome", "3. 45-64", "1.25"],
         ["3", ".a", "2. 25-44", ".8"]],
        quote=None, notes="`.` and `.a` to `.z` are Stata's missing values; labels carry their number.")
    shape(
        "wide-quoted-title",
        b'"Returns for the funder: April, May and June"\nsite,people\nMill Street,12\nHarbour,9\n',
        ["site", "people"], [["Mill Street", "12"], ["Harbour", "9"]], preamble=1, header_line=2,
        notes="The title has commas, but only inside quotes.")
    nothing = {
        "delimiter": "none", "quote": None, "escape": None, "line_ending": None, "header": 0,
        "header_line": None, "problems": [problem("empty-file", 0)]}
    shape(
        "empty-file", b"", [], [], notes="0 bytes. A table of nothing here; a run refuses it.",
        **nothing)
    shape("byte-order-mark-only", BOM, [], [], bom=True, notes="Nothing but the mark.", **nothing)
    shape("blank-lines-only", b"\n\r\n   \n", [], [], notes="No record at all.", **nothing)
    refused(
        "workbook-renamed", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + bytes(range(0, 64, 3)),
        "not-text", "The first bytes of a workbook that was renamed to .csv.")
    refused(
        "web-page",
        b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\n<body><form>Sign in, please</form>"
        b"</body></html>\n",
        "not-a-table", "The sign-in page, saved instead of the export.")


def make_torture():
    """Files that go wrong in readers that know one form only."""
    abc, nums = ["id", "name", "n"], [["1", "a", "5"], ["2", "b", "6"], ["3", "c", "7"]]
    text = "id,name,n\n1,a,5\n2,b,6\n3,c,7\n"

    # Quotes ------------------------------------------------------------------
    shape(
        "spaces-behind-quotes", b'"id" ,"comment" ,"n"\n"1" ,"a, b" ,"2"\n"2" ,"c" ,"3"\n',
        ["id", "comment", "n"], [["1", "a, b", "2"], ["2", "c", "3"]],
        notes="Spaces between a closing quotation mark and the separator are no text.")
    shape(
        "inches-in-tabs", b'id\tsize\tnote\n1\t6" pipe\t5 ft 3"\n2\t"8" pipe\tx\n3\t10"\ty\n',
        ["id", "size", "note"],
        [["1", '6" pipe', '5 ft 3"'], ["2", '"8" pipe', "x"], ["3", '10"', "y"]],
        delimiter="tab", problems=[problem("unclosed-quote", 3)],
        notes="The mark in line 3 could also open a cell that ends in line 4; but line 3 has as many "
        "cells as the headings if it is a letter.")
    shape(
        "quote-in-front-only",
        b'id,name,n,when\n1,a,5,10:15\n2,b,6,10:30\n3,"c,7,10:45\n4,d,8,11:00\n5,"e, f",9,11:15\n',
        ["id", "name", "n", "when"],
        [["1", "a", "5", "10:15"], ["2", "b", "6", "10:30"], ["3", '"c', "7", "10:45"],
         ["4", "d", "8", "11:00"], ["5", "e, f", "9", "11:15"]],
        problems=[problem("unclosed-quote", 4)])
    shape(
        "quote-that-joins-cells",
        b'when,n,code,note\n10:15,"5,AB-12,"warm, kind"\n10:30,6,AB-13,x\n10:45,7,AB-14,"a, b"\n'
        b'11:00,8,AB-15,y\n',
        ["when", "n", "code", "note"],
        [["10:15", '"5', "AB-12", "warm, kind"], ["10:30", "6", "AB-13", "x"],
         ["10:45", "7", "AB-14", "a, b"], ["11:00", "8", "AB-15", "y"]],
        problems=[problem("mended-row", 2)],
        notes="As a quotation mark the first one would leave too few cells; as a letter it leaves as "
        "many as there are headings, and each goes with its column.")
    shape(
        "quoted-inches",
        b'when,item,n\n10:15,"Table, 48"","5"\n10:30,"Chair, ""low""","6"\n10:45,Lamp,7\n11:00,Desk,8\n',
        ["when", "item", "n"],
        [["10:15", 'Table, 48"', "5"], ["10:30", 'Chair, "low"', "6"], ["10:45", "Lamp", "7"],
         ["11:00", "Desk", "8"]],
        problems=[problem("mended-row", 2)],
        notes="The mark at the end of a text was not doubled.")
    shape(
        "backslash-before-quote",
        b'id,path,n\n1,"C:\\",5\n2,"D:\\data\\",6\n3,"E:\\x",7\n',
        ["id", "path", "n"], [["1", "C:\\", "5"], ["2", "D:\\data\\", "6"], ["3", "E:\\x", "7"]],
        notes="A backslash at the end of a cell is a letter where no other reading needs it.")
    shape(
        "lines-in-quotes", b'"id,""name"",n"\n"1,""a, b"",5"\n"2,""c"",6"\n', abc,
        [["1", "a, b", "5"], ["2", "c", "6"]], problems=[problem("mended-row", 0)],
        notes="A spreadsheet took each record for the text of one cell and saved it so.")
    shape(
        "some-lines-in-quotes",
        text.encode() + b'"4,""d, e"",8"\n5,f,9\n', abc,
        nums + [["4", "d, e", "8"], ["5", "f", "9"]], problems=[problem("mended-row", 5)],
        notes="The same, where only records with quotation marks were quoted again.")
    shape(
        "json-cells", b'id,data\n1,"{""a"": 1, ""b"": [1,2]}"\n2,"{""a"": 2, ""b"": []}"\n',
        ["id", "data"], [["1", '{"a": 1, "b": [1,2]}'], ["2", '{"a": 2, "b": []}']])
    shape(
        "html-cells", b'id,html,n\n1,<a href="x">y</a>,3\n2,"<p class=""q"">\nline, two</p>",4\n',
        ["id", "html", "n"],
        [["1", '<a href="x">y</a>', "3"], ["2", '<p class="q">\nline, two</p>', "4"]],
        problems=[problem("quote-as-letter", 2)])

    # Separators --------------------------------------------------------------
    for name, sign, word in (
            ("tilde", "~", "tilde"), ("caret", "^", "caret"), ("unit-separator", "\x1f", "0x1F")):
        shape(
            name, text.replace(",", sign).replace("b", "b, or c").encode(), abc,
            [["1", "a", "5"], ["2", "b, or c", "6"], ["3", "c", "7"]], delimiter=word, quote=None)
    shape(
        "colons", b"user:word:id\nroot:x:0\nbin:x:1\ndaemon:x:2\n", ["user", "word", "id"],
        [["root", "x", "0"], ["bin", "x", "1"], ["daemon", "x", "2"]], delimiter="colon", quote=None)
    shape(
        "doubled-pipes", text.replace(",", "||").encode(), abc, nums, delimiter="pipe", quote=None,
        notes="Of two separators on end the column between them has neither heading nor cell.")
    shape(
        "spaces-as-separators", b'"name" "n"\n"a b" 1\n"c d" 2\n', ["name", "n"],
        [["a b", "1"], ["c d", "2"]], delimiter="space")
    shape(
        "times-are-no-separators", b"day,from,to\nMon,10:00,11:00\nTue,10:30,11:30\nWed,09:00,12:00\n",
        ["day", "from", "to"],
        [["Mon", "10:00", "11:00"], ["Tue", "10:30", "11:30"], ["Wed", "09:00", "12:00"]], quote=None)
    shape(
        "commas-in-every-tabbed-cell", b"name\tplace\nSmith, John\tLeeds, UK\nDoe, Jane\tHull, UK\n",
        ["name", "place"], [["Smith, John", "Leeds, UK"], ["Doe, Jane", "Hull, UK"]],
        delimiter="tab", quote=None)
    shape(
        "decimal-commas-in-one-column", b"Wert\n1,5\n2,25\n3,75\n", ["Wert"],
        [["1,5"], ["2,25"], ["3,75"]], delimiter="none", quote=None,
        notes="One heading over numbers with a comma each: the commas are decimal.")
    shape(
        "sentences-in-one-column",
        b"comment\nI liked it, very much\nToo cold in the hall\nMore breaks, please, and tea\n",
        ["comment"],
        [["I liked it, very much"], ["Too cold in the hall"], ["More breaks, please, and tea"]],
        delimiter="none", quote=None)
    shape(
        "addresses-in-one-column",
        b"url\nhttps://example.org/a?b=1&c=2\nhttps://example.org/b?b=2&c=3\n", ["url"],
        [["https://example.org/a?b=1&c=2"], ["https://example.org/b?b=2&c=3"]], delimiter="none",
        quote=None)
    shape(
        "lists-in-cells", b"id,tags,n\n1,a|b|c,3\n2,d|e,4\n3,f|g|h,5\n", ["id", "tags", "n"],
        [["1", "a|b|c", "3"], ["2", "d|e", "4"], ["3", "f|g|h", "5"]], quote=None)
    shape(
        "drawn-table", b" id | name  | n \n----+-------+---\n  1 | Ann   | 5\n  2 | Bob   | 6\n(2 rows)\n",
        abc, [["1", "Ann", "5"], ["2", "Bob", "6"]], delimiter="pipe", quote=None, header=2, footer=1,
        problems=[problem("footer-row", 5)], notes="As database programs print tables.")
    shape(
        "markdown-table", b"| id | name | n |\n|----|------|---|\n| 1 | Ann | 5 |\n| 2 | Bob | 6 |\n",
        abc, [["1", "Ann", "5"], ["2", "Bob", "6"]], delimiter="pipe", quote=None, header=2)
    shape(
        "boxed-table",
        b"+----+------+---+\n| id | name | n |\n+----+------+---+\n|  1 | Ann  | 5 |\n|  2 | Bob  | 6 |\n"
        b"+----+------+---+\n",
        abc, [["1", "Ann", "5"], ["2", "Bob", "6"]], delimiter="pipe", quote=None, preamble=1,
        header=2, header_line=2, footer=1)

    # Spaces ------------------------------------------------------------------
    shape(
        "spaces-that-are-data", b"id,comment,n\n1, late,3\n2,kind ,4\n3,fair,5\n",
        ["id", "comment", "n"], [["1", " late", "3"], ["2", "kind ", "4"], ["3", "fair", "5"]],
        quote=None, notes="A space at the end of a cell is part of it, unless most cells of some "
        "column have one.")
    shape(
        "spaces-that-align", b"id,   name,    n\n 1,  Alice,   10\n 2,    Bob,  200\n", abc,
        [["1", "Alice", "10"], ["2", "Bob", "200"]], quote=None)

    # Rows that are too short or too long --------------------------------------
    dated = [["01/02/2026", "10:00", "5", "AB-12"], ["02/02/2026", "10:15", "6", "AB-13"],
             ["03/02/2026", "10:30", "7", "AB-14"], ["04/02/2026", "10:45", "8", "AB-15"],
             ["05/02/2026", "11:00", "9", "AB-16"]]
    headings = ["day", "time", "n", "code"]
    lines = [",".join(row) for row in [headings, *dated]]

    def with_line(line):
        return "\n".join(lines[:2] + [line] + lines[3:] + [""]).encode()

    for name, line, note in (
            ("separator-too-many", "02/02/2026,,10:15,6,AB-13",
             "Without the empty cell each of the others goes with its column."),
            ("separator-missing", "02/02/202610:15,6,AB-13",
             "Two cells are parted where both have a form that their columns have had."),
            ("row-with-semicolons", "02/02/2026;10:15;6;AB-13",
             "One row has another separator than the others."),
            ("row-with-spaces", "02/02/2026 10:15 6 AB-13", "")):
        shape(name, with_line(line), headings, dated, quote=None,
              problems=[problem("mended-row", 3)], notes=note)
    shape(
        "comma-in-a-text",
        b"id,comment,n\n1,fine,5\n2,cold, dark,6\n3,ok,7\n4,good,8\n", ["id", "comment", "n"],
        [["1", "fine", "5"], ["2", "cold, dark", "6"], ["3", "ok", "7"], ["4", "good", "8"]],
        quote=None, problems=[problem("mended-row", 3)],
        notes="Only as part of the text does the comma leave a number in the last column.")
    shape(
        "comma-in-one-of-two-texts",
        b"id,good,bad\n1,warm,late\n2,kind,calm,loud\n3,fair,cold\n4,near,dark\n", ["id", "good", "bad"],
        [["1", "warm", "late"], ["2", "kind", "calm"], ["3", "fair", "cold"], ["4", "near", "dark"]],
        quote=None, problems=[problem("long-row", 3)],
        notes="It could belong to either text: nothing is joined.")

    # Headings and rows --------------------------------------------------------
    shape(
        "comment-with-a-comma", b"# made by x\n# second, line\nid,name\n1,a\n2,b\n", ["id", "name"],
        [["1", "a"], ["2", "b"]], quote=None, preamble=2, header_line=3)
    shape(
        "hash-before-headings", b"#id,name,n\n1,a,5\n2,b,6\n", ["#id", "name", "n"],
        [["1", "a", "5"], ["2", "b", "6"]], quote=None)
    shape(
        "years-as-headings", b"site,2024,2025,2026\nA,1,2,3\nB,4,5,6\n", ["site", "2024", "2025", "2026"],
        [["A", "1", "2", "3"], ["B", "4", "5", "6"]], quote=None)
    shape(
        "dates-as-headings", b"site,01/04/2025,01/05/2025\nA,1,2\nB,4,5\n",
        ["site", "01/04/2025", "01/05/2025"], [["A", "1", "2"], ["B", "4", "5"]], quote=None)
    shape(
        "page-headings",
        text.encode() + b'\x0cid,name,n\n4,d,8\n"id","name","n"\n5,e,9\n', abc,
        nums + [["4", "d", "8"], ["5", "e", "9"]],
        problems=[problem("repeated-header", 5), problem("repeated-header", 7)],
        notes="Headings on every page are left out, however they are quoted.")
    shape(
        "table-pasted-twice", text.encode() + text.replace("a", '"a"').encode(), abc, nums,
        footer=4, problems=[problem("second-table", 5)],
        notes="All rows below the second headings stand above in the same order.")
    shape(
        "names-with-values-above",
        b"Report,Attendance\nPeriod,April 2026\n\n" + text.encode(), abc, nums, quote=None, preamble=2,
        header_line=4)
    shape(
        "larger-table-below",
        b"Members\nid,name,site\n1,a,X\n2,b,Y\n\nVisits\nid,day,hours,note\n1,2026-01-01,2,x\n"
        b"1,2026-01-08,3,y\n2,2026-01-01,1,z\n",
        ["id", "day", "hours", "note"],
        [["1", "2026-01-01", "2", "x"], ["1", "2026-01-08", "3", "y"], ["2", "2026-01-01", "1", "z"]],
        quote=None, preamble=5, header_line=7, problems=[problem("second-table", 1)])
    shape(
        "one-line", b"id,name,n\n", abc, [], quote=None, problems=[problem("no-rows", 0)])
    shape(
        "one-cell", b"hello", ["hello"], [], delimiter="none", quote=None, line_ending=None,
        problems=[problem("no-rows", 0)])

    # Encodings -----------------------------------------------------------------
    zoe = "id,name\n1,Zoë\n2,Ren\n"
    for name, encoding, mark in (
            ("utf-32-le-bom", "utf-32-le", b"\xff\xfe\x00\x00"),
            ("utf-32-be-bom", "utf-32-be", b"\x00\x00\xfe\xff"), ("utf-32-be", "utf-32-be", b"")):
        shape(
            name, mark + zoe.encode(encoding), ["id", "name"], [["1", "Zoë"], ["2", "Ren"]],
            encoding=encoding.upper().replace("-LE", "LE").replace("-BE", "BE"), bom=bool(mark),
            quote=None)
    shape(
        "utf-16-of-another-script", "номер,имя\n1,Анна\n2,Пётр\n".encode("utf-16-le"),
        ["номер", "имя"], [["1", "Анна"], ["2", "Пётр"]], encoding="UTF-16LE", quote=None,
        notes="Only separators, digits and line ends have a zero byte.")
    shape(
        "windows-1251", "номер;имя;город\n1;Анна;Москва\n2;Пётр;Тверь\n".encode("cp1251"),
        ["номер", "имя", "город"], [["1", "Анна", "Москва"], ["2", "Пётр", "Тверь"]],
        encoding="Windows-1251", delimiter="semicolon", quote=None)
    shape(
        "dos-letters", "id,name\n1,Café Müller\n2,Zoë’s\n".replace("’", "'").encode("cp850"),
        ["id", "name"], [["1", "Café Müller"], ["2", "Zoë's"]], encoding="CP850", quote=None)


# ---------------------------------------------------------------------------
# Survey exports
# ---------------------------------------------------------------------------

WORKSHOPS, STEERING, INTERVIEWS = "Workshops", "Steering group", "Interview panels"
TRAINING = "Training, coaching or mentoring"
READING, ONLINE = "Reading group", "Reading group, online"
ACTIVITIES = [WORKSHOPS, STEERING, INTERVIEWS, TRAINING, READING, ONLINE]

AGE_Q = "What is your age group?"
PART_Q = "Which of these have you taken part in? (tick all that apply)"
AGREE_Q = "How far do you agree?"
HEARD, PAID = "I was listened to", "My expenses were paid promptly"
ORDER_Q = "Put these in order of importance to you"
SCORE_Q = "On a scale of 0 to 10, how likely are you to recommend the panel?"
FIRST_Q = "When did you first come to a meeting?"
DIFFERENT_Q = "What should we do differently?"
QUOTE_Q = "May we quote you?"
ELSE_Q = "Anything else?"


def survey(name, data, tool, columns, rows, confidence, header_rows=1, preamble_rows=0,
           footer_rows=0, encoding="UTF-8", bom=False, delimiter="comma", line_ending="LF",
           dates="", multi_select=(), ranking=(), missing=None, drop=(), notes=""):
    expected = {
        "file": f"{name}.csv", "tool": tool, "confidence": confidence, "encoding": encoding,
        "byte_order_mark": bom, "delimiter": delimiter, "line_ending": line_ending,
        "header_rows": header_rows, "preamble_rows": preamble_rows, "footer_rows": footer_rows,
        "columns": columns, "rows": rows, "dates": dates, "multi_select": list(multi_select),
        "ranking": list(ranking), "missing": missing or {}, "drop": list(drop), "notes": notes,
    }
    add("surveys", name, data, expected)


def heading(name, role="answer", **more):
    return {"name": name, "role": role, **more}


def meta(*names):
    return [heading(name, "metadata") for name in names]


def multi(question, form, separator, choices, chosen, **more):
    """chosen: a list for each row of the file; null where nothing was recorded."""
    return {"question": question, "form": form, "separator": separator, "choices": choices,
            "chosen": chosen, **more}


def make_google_forms():
    other = "Garden, allotment and cooking days"
    people = [
        # stamp, e-mail, age, took part, other, listened, paid, score, first, different, quote, else 1, else 2
        ("2026-03-02 09:14:05", "asha@example.org", "25-44", [WORKSHOPS, TRAINING], None, "Agree",
         "Agree", "9", "2025-09-18", "More breaks, please", "Yes", "", "Keep going"),
        ("2026-03-02 13:40:00", "tom@example.org", "65+", [READING], None, "Strongly agree",
         "Disagree", "10", "2024-11-05", "", "No", "Bus times", ""),
        ("2026-03-03 00:05:59", "mina@example.org", "45-64", [ONLINE, READING], None, "Agree", "",
         "7", "2026-01-09", "Say \"no\" sooner", "Yes", "", ""),
        ("2026-03-07 18:22:31", "lee@example.org", "16-24", [], other, "Disagree", "Disagree", "2",
         "2026-02-28", "Line one\nline two", "No", "", ""),
        ("2026-03-09 11:11:11", "ren@example.org", "25-44", None, None, "", "", "", "", "", "", "", ""),
        ("2026-03-20 12:00:00", "zoe@example.org", "Prefer not to say", [STEERING, TRAINING, ONLINE],
         other, "Agree", "Strongly agree", "8", "2025-06-01", "Zoë’s idea: fewer papers", "Yes", "", ""),
        ("2026-04-01 13:05:09", "kit@example.org", "45-64", [WORKSHOPS, STEERING, INTERVIEWS], None,
         "Agree", "Agree", "9", "2026-03-12", "Nothing", "Yes", "", "Nothing"),
        ("2026-04-02 08:00:00", "ida@example.org", "65+", [INTERVIEWS], None, "Strongly disagree",
         "Agree", "0", "2023-12-31", "", "No", "", ""),
    ]
    chosen = [person[3] for person in people]
    others = [person[4] for person in people]
    answers = [
        heading(AGE_Q), heading(PART_Q), heading(f"{AGREE_Q} [{HEARD}]", question=AGREE_Q),
        heading(f"{AGREE_Q} [{PAID}]", question=AGREE_Q), heading(SCORE_Q), heading(FIRST_Q),
        heading(DIFFERENT_Q), heading(QUOTE_Q), heading(ELSE_Q), heading(f"{ELSE_Q} (2)")]
    raw = [column["name"] for column in answers[:-1]] + [ELSE_Q]

    def cells(person, stamp, date, joiner):
        picked = (person[3] or []) + ([person[4]] if person[4] else [])
        return [stamp, person[1], person[2], joiner.join(picked), person[5], person[6], person[7],
                date, *person[9:]]

    rows = [["Timestamp", "Username", *raw]]
    for person in people:
        day, clock = person[0].split()
        hour, rest = int(clock[:2]), clock[2:]
        zone = "GMT+1" if day >= "2026-03-29" else "GMT"
        stamp = f"{day.replace('-', '/')} {hour % 12 or 12}{rest} {'PM' if hour >= 12 else 'AM'} {zone}"
        rows.append(cells(person, stamp, person[8], ";"))
    survey(
        "google-forms-responses", table(rows, style="all", final=False).encode(), "google-forms",
        meta("Timestamp", "Username") + answers, len(people), "high",
        dates="Timestamp yyyy/m/d h:mm:ss AM|PM GMT[+n], twelve-hour clock with its zone; date "
        "answers yyyy-mm-dd",
        multi_select=[multi(PART_Q, "joined", ";", ACTIVITIES, chosen, other=others)],
        notes="'Download responses (.csv)' of the responses tab: every cell quoted, checkbox answers "
        "joined with ';', no label before an own answer. The last question's heading stands twice.")

    rows = [["Timestamp", "Email Address", *raw]]
    for person in people:
        day, clock = person[0].split()
        year, month, number = day.split("-")
        date = "/".join(reversed(person[8].split("-"))) if person[8] else ""
        rows.append(cells(person, f"{number}/{month}/{year} {clock}", date, ", "))
    survey(
        "google-forms-sheet", table(rows, eol="\r\n", final=False).encode(), "google-forms",
        meta("Timestamp", "Email Address") + answers, len(people), "high", line_ending="CRLF",
        dates="Timestamp and date answers in the sheet's own locale, here dd/mm/yyyy HH:mm:ss; a "
        "sheet made in the United States has m/d/yyyy",
        multi_select=[multi(PART_Q, "joined", ", ", ACTIVITIES, chosen, other=others)],
        notes="The linked Sheet, saved as CSV: only where needed quoted, no line end at the end. The "
        "joiner ', ' also stands inside two choices and inside the own answer; a choice begins "
        "like another ('Reading group' and 'Reading group, online').")


def make_microsoft_forms():
    nbsp = "\u00a0"
    names = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time"]
    orders = [["Being listened to", "Seeing change", "Being paid"],
              ["Being paid", "Being listened to", "Seeing change"], None,
              ["Seeing change", "Being listened to", "Being paid"],
              ["Being listened to", "Being paid", "Seeing change"], None,
              ["Seeing change", "Being paid", "Being listened to"],
              ["Being listened to", "Seeing change", "Being paid"]]
    chosen = [[WORKSHOPS, TRAINING], [READING], [ONLINE, READING], [], None,
              [STEERING, TRAINING, ONLINE], [WORKSHOPS, STEERING, INTERVIEWS], [INTERVIEWS]]
    others = [None, None, None, "Garden; allotment", None, None, None, None]
    rest = [
        ("3/2/26 9:14:05", "3/2/26 9:20:41", "25-44", "Agree", "Agree", "18/09/2025", "9", "More breaks, please", "", "Keep going"),
        ("3/2/26 13:40:00", "3/2/26 13:44:10", "65+", "Strongly agree", "Disagree", "05/11/2024", "10", "", "Bus times", ""),
        ("3/3/26 0:05:59", "3/3/26 0:31:00", "45-64", "Agree", "", "09/01/2026", "7", "Say \"no\" sooner", "", ""),
        ("3/7/26 18:22:31", "3/7/26 18:25:00", "16-24", "Disagree", "Disagree", "28/02/2026", "2", "Line one\nline two", "", ""),
        ("3/9/26 11:11:11", "3/9/26 11:11:40", "25-44", "", "", "", "", "", "", ""),
        ("3/20/26 12:00:00", "3/20/26 12:09:12", "Prefer not to say", "Agree", "Strongly agree", "01/06/2025", "8", "Zoë’s idea: fewer papers", "", ""),
        ("4/1/26 13:05:09", "4/1/26 13:12:00", "45-64", "Agree", "Agree", "12/03/2026", "9", "Nothing", "", "Nothing"),
        ("4/2/26 8:00:00", "4/2/26 8:03:30", "65+", "Strongly disagree", "Agree", "31/12/2023", "0", "", "", ""),
    ]
    rows = [[*names, AGE_Q, PART_Q + nbsp, HEARD, PAID, ORDER_Q, FIRST_Q, SCORE_Q, DIFFERENT_Q + "\n",
             ELSE_Q, ELSE_Q + "2"]]
    for index, cells in enumerate(rest):
        picked = (chosen[index] or []) + ([others[index]] if others[index] else [])
        joined = "".join(choice + ";" for choice in picked)
        order = "".join(item + ";" for item in orders[index] or [])
        rows.append([str(index + 1), cells[0], cells[1], "anonymous", "", "", cells[2], joined,
                     cells[3], cells[4], order, *cells[5:]])
    columns = meta(*names) + [
        heading(AGE_Q), heading(PART_Q), heading(HEARD), heading(PAID), heading(ORDER_Q),
        heading(FIRST_Q), heading(SCORE_Q), heading(DIFFERENT_Q), heading(ELSE_Q),
        heading(ELSE_Q + "2")]
    survey(
        "microsoft-forms-survey", BOM + table(rows, eol="\r\n").encode(), "microsoft-forms", columns,
        len(rest), "high", bom=True, line_ending="CRLF",
        dates="Start and completion m/d/yy h:mm:ss, seen so from several countries, likely because "
        "the workbook fixes that format; date answers as Excel shows dates, here dd/mm/yyyy (not seen)",
        multi_select=[multi(PART_Q, "joined", ";", ACTIVITIES, chosen, other=others)],
        ranking=[{"question": ORDER_Q, "form": "joined", "separator": ";", "orders": orders}],
        notes="Saved from Excel as 'CSV UTF-8'. Each list ends with its ';'. An own answer with a ';' "
        "of its own falls apart: what is no choice belongs to it. Likert statements stand as "
        "headings without their question; a repeated question gets a number without a space. "
        "Headings may end with a no-break space or a line end.")

    quiz = ["ID", "Start time", "Completion time", "Email", "Name", "Total points", "Quiz feedback",
            "Last modified time"]
    safe, rights = "Who do you tell if you are worried?", "What are your rights as a panel member?"
    choices = ["To say no", "To be paid", "To stop, at any time"]
    picks = [[0, 1, 2], [0, 2], [1], [0, 1, 2], [2], None, [0], [0, 1]]
    rows = [[*quiz, "Your name", "Points - Your name", "Feedback - Your name", safe,
             f"Points - {safe}", f"Feedback - {safe}", rights, f"Points - {rights}",
             f"Feedback - {rights}"]]
    people = ["Asha Sample", "Tom Placeholder", "Mina Mock", "Zoë Mock", "Lee Sample", "Ren Mock",
              "Kit Sample", "Ida Mock"]
    for index, person in enumerate(people):
        pick = picks[index]
        points = 1 if pick and len(pick) == 3 else 0
        joined = "".join(choices[item] + ";" for item in pick or [])
        mail = person.split()[0].lower().replace("ë", "e") + "@example.org"
        rows.append([str(index + 1), f"2/{index + 3}/26 10:00:0{index}", f"2/{index + 3}/26 10:1{index}:00",
                     mail, person, str(points + 1), "", "", person, "", "", "The panel lead", "1",
                     "Très bien" if index == 3 else "", joined, str(points), ""])
    survey(
        "microsoft-forms-quiz", table(rows, delimiter=";", eol="\r\n").encode("cp1252"),
        "microsoft-forms",
        meta(*quiz) + [
            heading("Your name"), heading("Points - Your name", "points"),
            heading("Feedback - Your name", "points"), heading(safe), heading(f"Points - {safe}", "points"),
            heading(f"Feedback - {safe}", "points"), heading(rights),
            heading(f"Points - {rights}", "points"), heading(f"Feedback - {rights}", "points")],
        len(people), "high", encoding="Windows-1252", delimiter="semicolon", line_ending="CRLF",
        dates="m/d/yy h:mm:ss",
        multi_select=[multi(rights, "joined", ";", choices,
                            [None if pick is None else [choices[item] for item in pick] for pick in picks])],
        notes="Saved as plain 'CSV' by an Excel whose list separator is ';': Windows-1252, and cells "
        "with lists are quoted. Points and feedback columns double a question's text.")


def make_survey_monkey():
    names = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address",
             "Email Address", "First Name", "Last Name", "Custom Data 1"]
    other_label = "Other (please specify)"
    marked = "<strong>What should we do differently?</strong>"
    top = [*names, AGE_Q, PART_Q, *[""] * 6, AGREE_Q, "", marked]
    low = [*[""] * 9, "Response", *ACTIVITIES, other_label, HEARD, PAID, "Open-Ended Response"]
    chosen = [[WORKSHOPS, TRAINING], [READING], [READING, ONLINE], [], None,
              [STEERING, TRAINING, ONLINE], [WORKSHOPS, STEERING, INTERVIEWS], [INTERVIEWS]]
    others = [None, None, None, "Garden, allotment", None, None, None, None]
    rest = [("25-44", "Agree", "Agree", "More breaks, please"), ("65+", "Strongly agree", "N/A", ""),
            ("45-64", "Agree", "", "Say \"no\" sooner"), ("16-24", "Disagree", "Disagree", ""),
            ("25-44", "", "", ""), ("", "Agree", "Strongly agree", "Zoë’s idea: fewer papers"),
            ("45-64", "Agree", "Agree", "Nothing"), ("65+", "Disagree", "Agree", "")]

    def ids(index, clock):
        return [str(114200000001 + 37 * index), "430000001", clock[0], clock[1],
                f"192.0.2.{10 + index}", "", "", "", "harbour" if index % 2 else "mill-street"]

    rows = [top, low]
    for index, cells in enumerate(rest):
        picked = chosen[index] or []
        clock = (f"03/{index + 9:02}/2026 0{index + 1}:15:10 PM", f"03/{index + 9:02}/2026 0{index + 1}:21:44 PM")
        rows.append([*ids(index, clock), cells[0],
                     *[choice if choice in picked else "" for choice in ACTIVITIES],
                     others[index] or "", *cells[1:]])
    question = heading
    columns = (
        meta(*names) + [question(AGE_Q)]
        + [question(f"{PART_Q} - {choice}", question=PART_Q, choice=choice) for choice in ACTIVITIES]
        + [question(f"{PART_Q} - {other_label}", question=PART_Q, choice=other_label),
           question(f"{AGREE_Q} - {HEARD}", question=AGREE_Q),
           question(f"{AGREE_Q} - {PAID}", question=AGREE_Q), question(DIFFERENT_Q)])
    survey(
        "surveymonkey-expanded", BOM + table(rows, eol="\r\n").encode(), "surveymonkey", columns,
        len(rest), "high", header_rows=2, bom=True, line_ending="CRLF",
        dates="mm/dd/yyyy hh:mm:ss AM|PM; older exports mm/dd/yyyy HH:mm:ss",
        multi_select=[multi(PART_Q, "columns", None, ACTIVITIES, chosen, other=others)],
        notes="A heading that spans several columns stands over the first, and the cells to its right "
        "are empty. 'Response' and 'Open-Ended Response' name nothing. A chosen cell repeats the "
        "choice's text; 'Other (please specify)' holds what was written. Headings may carry HTML.")

    rows = [[*names, AGE_Q, PART_Q, "How satisfied are you overall?", marked],
            [*[""] * 9, "Response", "Response", "Response", "Open-Ended Response"]]
    satisfied = ["Very", "Quite", "Not very", "Not at all", "", "Very", "Quite", "Very"]
    for index, cells in enumerate(rest):
        picked = (chosen[index] or []) + ([others[index]] if others[index] else [])
        clock = (f"03/{index + 9:02}/2026 {index + 13}:15:10", f"03/{index + 9:02}/2026 {index + 13}:21:44")
        rows.append([*ids(index, clock), cells[0], ", ".join(picked), satisfied[index], cells[3]])
    survey(
        "surveymonkey-condensed", table(rows).encode(), "surveymonkey",
        meta(*names) + [heading(AGE_Q), heading(PART_Q), heading("How satisfied are you overall?"),
                        heading(DIFFERENT_Q)],
        len(rest), "low", header_rows=2, dates="mm/dd/yyyy HH:mm:ss",
        multi_select=[multi(PART_Q, "joined", ", ", ACTIVITIES, chosen, other=others)],
        notes="The condensed form is known only by its description (answers of one question in one "
        "cell); the joiner and the second row are a likely guess.")


def make_qualtrics():
    def import_ids(ids):
        zone = {"startDate", "endDate", "recordedDate"}
        return [json.dumps({"ImportId": item, **({"timeZone": "Europe/London"} if item in zone else {})},
                           separators=(",", ":")) for item in ids]

    names = ["StartDate", "EndDate", "Status", "Duration (in seconds)", "Finished", "RecordedDate",
             "ResponseId", "DistributionChannel"]
    labels = ["Start Date", "End Date", "Response Type", "Duration (in seconds)", "Finished",
              "Recorded Date", "Response ID", "Distribution Channel"]
    keys = ["startDate", "endDate", "status", "duration", "finished", "recordedDate", "_recordId",
            "distributionChannel"]
    other_label = "Other (please specify)"
    people = [
        # status, finished, channel, age, chosen, other, listened, paid, order, different
        (0, 1, "email", 2, [0, 3], None, 2, 2, (2, 1, 3), "More breaks, please"),
        (0, 1, "anonymous", 4, [4], None, 1, 4, (1, 3, 2), ""),
        (1, 1, "preview", 1, [0, 1, 2, 3, 4, 5], None, 1, 1, (1, 2, 3), "test"),
        (0, 1, "anonymous", 3, [4, 5], None, 2, None, (3, 2, 1), "Say \"no\" sooner"),
        (0, 1, "anonymous", 1, [], "Garden, allotment", 4, 4, (2, 3, 1), "Line one\nline two"),
        (0, 0, "anonymous", 2, None, None, None, None, None, ""),
        (8, 1, "anonymous", 2, [2], None, 1, 1, (1, 2, 3), "buy followers"),
        (0, 1, "email", 3, [1, 3, 5], None, 2, 1, (3, 1, 2), "Zoë’s idea: fewer papers"),
        (0, 1, "email", 4, [2], None, 5, 2, (1, 2, 3), ""),
    ]
    ages = ["", "16-24", "25-44", "45-64", "65+"]
    scale = ["", "Strongly agree", "Agree", "Neither", "Disagree", "Strongly disagree"]
    statuses = {0: "IP Address", 1: "Survey Preview", 8: "Spam"}
    importance = ["Being paid", "Being listened to", "Seeing change"]
    chosen = [None if person[4] is None else [ACTIVITIES[item] for item in person[4]]
              for person in people]
    others = [person[5] for person in people]

    def head(index, person, text):
        day = f"2026-03-{index + 9:02}"
        return [f"{day} 09:14:05", f"{day} 09:20:41", statuses[person[0]] if text else str(person[0]),
                str(396 + index),
                ("True" if person[1] else "False") if text else str(person[1]),
                f"{day} 09:20:42", f"R_{index}INVENTED{index}x{index * 7 + 3}", person[2]]

    tags = ["Q1", "Q2", "Q2_7_TEXT", "Q3_1", "Q3_2", "Q4_1", "Q4_2", "Q4_3", "Q5"]
    texts = [AGE_Q, f"{PART_Q} - Selected Choice", f"{PART_Q} - {other_label} - Text",
             f"{AGREE_Q} - {HEARD}", f"{AGREE_Q} - {PAID}",
             *[f"{ORDER_Q} - {item}" for item in importance], DIFFERENT_Q]
    qids = ["QID1", "QID2", "QID2_7_TEXT", "QID3_1", "QID3_2", "QID4_1", "QID4_2", "QID4_3",
            "QID5_TEXT"]
    rows = [[*names, *tags], [*labels, *texts], import_ids([*keys, *qids])]
    for index, person in enumerate(people):
        picked = (chosen[index] or []) + ([other_label] if person[5] else [])
        rows.append([
            *head(index, person, True), ages[person[3]], ",".join(picked), person[5] or "",
            scale[person[6] or 0], scale[person[7] or 0], *[str(place) for place in person[8] or [""] * 3],
            person[9]])
    drop = [{"row": 3, "reason": "survey preview"}, {"row": 7, "reason": "spam"}]

    def columns(parts):
        return [heading(name, "metadata", also=[label]) for name, label in zip(names, labels)] + parts

    def answer(name, tag, qid, **more):
        return heading(name, also=[tag, qid], **more)

    ranks = [None if person[8] is None else [importance[person[8].index(place)] for place in (1, 2, 3)]
             for person in people]
    common = [
        answer(texts[3], "Q3_1", "QID3_1", question=AGREE_Q),
        answer(texts[4], "Q3_2", "QID3_2", question=AGREE_Q),
        *[answer(f"{ORDER_Q} - {item}", f"Q4_{place}", f"QID4_{place}", question=ORDER_Q)
          for place, item in enumerate(importance, 1)],
        answer(DIFFERENT_Q, "Q5", "QID5_TEXT")]
    survey(
        "qualtrics-text", table(rows).encode(), "qualtrics",
        columns([answer(AGE_Q, "Q1", "QID1"), answer(PART_Q, "Q2", "QID2"),
                 answer(f"{PART_Q} - {other_label}", "Q2_7_TEXT", "QID2_7_TEXT", question=PART_Q,
                        choice=other_label), *common]),
        len(people), "high", header_rows=3, dates="yyyy-mm-dd HH:mm:ss in the zone that the third row names",
        multi_select=[multi(PART_Q, "joined", ",", [*ACTIVITIES, other_label],
                            [None if picks is None else picks + ([other_label] if own else [])
                             for picks, own in zip(chosen, others)], other=others)],
        ranking=[{"question": ORDER_Q, "form": "columns", "orders": ranks}],
        drop=drop + [{"row": 6, "reason": "not finished (reported, not dropped)"}],
        notes="Joined with ',' and no space, while two choices hold ', '. ' - Selected Choice' and "
        "' - Text' are no part of a name. Metadata columns go by the first row, for the second is "
        "translated into the survey's language.")

    names_kept = [name for name in names if name != "DistributionChannel"]
    keep = [names.index(name) for name in names_kept]
    split_tags = ["Q1", *[f"Q2_{item + 1}" for item in range(6)], "Q2_7_TEXT", "Q3_1", "Q3_2",
                  "Q4_1", "Q4_2", "Q4_3", "Q5"]
    split_texts = [AGE_Q, *[f"{PART_Q} - {choice}" for choice in ACTIVITIES], *texts[2:]]
    split_qids = ["QID1", *[f"QID2_{item + 1}" for item in range(6)], *qids[2:]]
    rows = [[*names_kept, *split_tags], [*[labels[at] for at in keep], *split_texts],
            import_ids([*[keys[at] for at in keep], *split_qids])]
    for index, person in enumerate(people):
        cells = head(index, person, False)
        seen = "" if person[1] == 0 else "-99"
        rows.append([
            *[cells[at] for at in keep], str(person[3]),
            *["1" if item in (person[4] or []) else seen if not person[4] and not person[5] else ""
              for item in range(6)],
            person[5] or "", str(person[6] or seen), str(person[7] or seen),
            *[str(place) for place in person[8] or [""] * 3], person[9] or seen])
    survey(
        "qualtrics-numeric", BOM + table(rows, eol="\r\n").encode(), "qualtrics",
        [heading(names[at], "metadata", also=[labels[at]]) for at in keep]
        + [answer(AGE_Q, "Q1", "QID1")]
        + [answer(f"{PART_Q} - {choice}", f"Q2_{item}", f"QID2_{item}", question=PART_Q, choice=choice)
           for item, choice in enumerate(ACTIVITIES, 1)]
        + [answer(f"{PART_Q} - {other_label}", "Q2_7_TEXT", "QID2_7_TEXT", question=PART_Q,
                  choice=other_label), *common],
        len(people), "medium", header_rows=3, bom=True, line_ending="CRLF",
        dates="yyyy-mm-dd HH:mm:ss",
        multi_select=[multi(PART_Q, "columns", None, ACTIVITIES, chosen, other=others)],
        ranking=[{"question": ORDER_Q, "form": "columns", "orders": ranks}],
        missing={"-99": "skipped", "": "not-asked"},
        drop=drop + [{"row": 6, "reason": "not finished (reported, not dropped)"}],
        notes="Numeric values, lists split into columns, seen but unanswered recoded as -99. Status 1 "
        "is a preview, 8 spam; Finished 0 is a part of an answer. In the fifth row only the own "
        "answer was given, so the choices are empty and not -99.")

    split_labels = [f"{PART_Q} - Selected Choice - {choice}" for choice in [*ACTIVITIES, other_label]]
    rows = [[*names, "Q1", *[f"Q2_{item + 1}" for item in range(7)], *tags[2:]],
            [*labels, AGE_Q, *split_labels, *texts[2:]],
            import_ids([*keys, "QID1", *[f"QID2_{item + 1}" for item in range(7)], *qids[2:]])]
    for index, person in enumerate(people):
        cells = head(index, person, True)
        rows.append([
            *cells, ages[person[3]],
            *[choice if item in (person[4] or []) else "" for item, choice in enumerate(ACTIVITIES)],
            other_label if person[5] else "", person[5] or "", scale[person[6] or 0],
            scale[person[7] or 0], *[str(place) for place in person[8] or [""] * 3], person[9]])
    split_columns = columns(
        [answer(AGE_Q, "Q1", "QID1")]
        + [answer(f"{PART_Q} - {choice}", f"Q2_{item}", f"QID2_{item}", question=PART_Q, choice=choice)
           for item, choice in enumerate([*ACTIVITIES, other_label], 1)]
        + [answer(f"{PART_Q} - {other_label} - Text", "Q2_7_TEXT", "QID2_7_TEXT", question=PART_Q,
                  choice=f"{other_label} - Text"), *common])
    split_multi = [multi(PART_Q, "columns", None, [*ACTIVITIES, other_label],
                         [None if not picks and own is None else
                          (picks or []) + ([other_label] if own else [])
                          for picks, own in zip(chosen, others)], other=others)]
    survey(
        "qualtrics-split", table(rows, eol="\r\n").encode(), "qualtrics", split_columns,
        len(people), "high", header_rows=3, line_ending="CRLF", dates="yyyy-mm-dd HH:mm:ss",
        multi_select=split_multi,
        ranking=[{"question": ORDER_Q, "form": "columns", "orders": ranks}],
        drop=drop + [{"row": 6, "reason": "not finished (reported, not dropped)"}],
        notes="Choice text, lists split into columns. Where an own answer may be written, "
        "'Selected Choice' stands between the question and each choice. ' - Text' stays in the name of "
        "the own answer, for without it the choice beside it has that name.")
    without_ids = [heading(column["name"], column["role"],
                           **{key: column[key] for key in ("question", "choice") if key in column},
                           also=column["also"][:1]) for column in split_columns]
    survey(
        "qualtrics-two-rows", table([*rows[:2], *rows[3:]]).encode(), "qualtrics", without_ids,
        len(people), "medium", header_rows=2, dates="yyyy-mm-dd HH:mm:ss", multi_select=split_multi,
        ranking=[{"question": ORDER_Q, "form": "columns", "orders": ranks}],
        drop=drop + [{"row": 6, "reason": "not finished (reported, not dropped)"}],
        notes="The same after somebody has deleted the row of import ids, as many do. The short names "
        "Q2_1 … Q2_7_TEXT tell which columns belong together.")

    legacy = ["V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9", "V10"]
    meant = ["ResponseID", "ResponseSet", "Name", "ExternalDataReference", "EmailAddress",
             "IPAddress", "Status", "StartDate", "EndDate", "Finished"]
    old = [person for person in people if person[0] != 8]
    rows = [[*legacy, "Q1", "Q2", "Q3_1", "Q5", ""],
            [*meant, AGE_Q, PART_Q, f"{AGREE_Q}-{HEARD}", DIFFERENT_Q, ""]]
    for index, person in enumerate(old):
        rows.append([f"R_{index}INVENTED{index}x{index * 7 + 3}", "Default Response Set", "Anonymous",
                     "", "", f"192.0.2.{index + 10}", str(person[0]), f"2016-03-{index + 9:02} 09:14:05",
                     f"2016-03-{index + 9:02} 09:20:41", str(person[1]), ages[person[3]],
                     ",".join(ACTIVITIES[item] for item in person[4] or []), scale[person[6] or 0],
                     person[9], ""])
    survey(
        "qualtrics-legacy", BOM + table(rows).encode(), "qualtrics",
        [heading(name, "metadata", also=[code]) for name, code in zip(meant, legacy)]
        + [heading(AGE_Q, also=["Q1"]), heading(PART_Q, also=["Q2"]),
           heading(f"{AGREE_Q}-{HEARD}", also=["Q3_1"], question=AGREE_Q),
           heading(DIFFERENT_Q, also=["Q5"])],
        len(old), "high", header_rows=2, bom=True, dates="yyyy-mm-dd HH:mm:ss",
        multi_select=[multi(PART_Q, "joined", ",", ACTIVITIES,
                            [[ACTIVITIES[item] for item in person[4]] if person[4] else None
                             for person in old])],
        drop=[{"row": 3, "reason": "survey preview"},
              {"row": 6, "reason": "not finished (reported, not dropped)"}],
        notes="The form before 2017: two header rows, no import ids, every row ends with a comma.")


def make_jisc():
    other_q = "If you selected Other, please specify:"
    importance = ["Being paid", "Being listened to", "Seeing change"]
    places = ["", "Most important", "Second", "Least important"]
    choices = [*ACTIVITIES, "Other"]
    scale = ["", "Strongly agree", "Agree", "Disagree", "Strongly disagree"]
    ages = ["", "16-24", "25-44", "45-64", "65+"]
    people = [
        (2, [0, 3], "", 2, 2, (2, 1, 3), "18/09/2025", "More breaks, please", "2026-03-02"),
        (4, [4], "", 1, 3, (1, 3, 2), "05/11/2024", "", "2026-03-02"),
        (3, [4, 5], "", 2, 0, (3, 2, 1), "09/01/2026", "Say \"no\" sooner", "2026-03-03"),
        (1, [6], "Garden, allotment", 3, 3, (2, 3, 1), "28/02/2026", "Line one\nline two", "2026-03-07"),
        (0, None, "", 0, 0, None, "", "", "2026-03-09"),
        (3, [1, 3, 5], "", 2, 1, (3, 1, 2), "01/06/2025", "Zoë’s idea: fewer papers", "2026-03-20"),
        (3, [0, 1, 2], "", 2, 2, (1, 2, 3), "12/03/2026", "Nothing", "2026-04-01"),
        (4, [2], "", 4, 2, (1, 2, 3), "31/12/2023", "", "2026-04-02"),
    ]
    urn = [f"900001-900000-{90000123 + 91 * index}" for index in range(len(people))]
    chosen = [None if person[1] is None else [choices[item] for item in person[1]] for person in people]
    others = [person[2] or None for person in people]
    ranks = [None if person[5] is None else [importance[person[5].index(place)] for place in (1, 2, 3)]
             for person in people]
    heads = [f"1. {AGE_Q}", f"2. {PART_Q}", f"2.a. {other_q}", f"3. {AGREE_Q}", f"3.1.a. {HEARD}",
             f"3.2.a. {PAID}", f"4. {ORDER_Q}", *[f"4.{place}. {item}" for place, item in enumerate(importance, 1)],
             f"5. {FIRST_Q}", f"6. {DIFFERENT_Q}"]
    rows = [["Unique Response Number", *heads, "CompletionDate"]]
    for index, person in enumerate(people):
        rows.append([urn[index], ages[person[0]], ",".join(chosen[index] or []), person[2], "",
                     scale[person[3]], scale[person[4]], "",
                     *[places[place] for place in person[5] or (0, 0, 0)], person[6], person[7], person[8]])
    roles = [
        heading(heads[0]), heading(heads[1]), heading(heads[2], question=heads[1], choice="Other"),
        heading(heads[3], "title"), heading(heads[4], question=heads[3]),
        heading(heads[5], question=heads[3]), heading(heads[6], "title"),
        *[heading(item, question=heads[6]) for item in heads[7:10]], heading(heads[10]),
        heading(heads[11])]
    survey(
        "jisc-v2-text", table(rows, style="not-empty").encode(), "jisc",
        meta("Unique Response Number") + roles + meta("CompletionDate"), len(people), "high",
        dates="CompletionDate yyyy-mm-dd; date answers dd/mm/yyyy, with a time dd/mm/yyyy HH:mm",
        multi_select=[multi(heads[1], "joined", ",", choices, chosen, other=others)],
        ranking=[{"question": heads[6], "form": "columns", "orders": ranks}],
        notes="Every filled cell is quoted and every empty one is not. The question's number leads its "
        "heading; a grid or ranking has an empty column of its own before its parts. Lists are "
        "joined with ',' and no space, while two choices hold ', '.")

    heads_coded = ["Q1", *[f"Q2_{item}" for item in range(1, 8)], "Q2_a", "Q3", "Q3_1_a", "Q3_2_a",
                   "Q4", "Q4_1", "Q4_2", "Q4_3", "Q5", "Q6"]
    rows = [["URN", *heads_coded, "CompletionDate"]]
    for index, person in enumerate(people):
        rows.append([
            urn[index], str(person[0] or ""), *["1" if item in (person[1] or []) else "0" for item in range(7)],
            person[2], "", str(person[3] or ""), str(person[4] or ""), "",
            *[str(place) for place in person[5] or [""] * 3], person[6], person[7], person[8]])
    numbers = [str(item) for item in range(1, 8)]
    survey(
        "jisc-v2-coded", table(rows, style="not-empty").encode(), "jisc",
        meta("URN") + [heading("Q1")]
        + [heading(f"Q2_{item}", question="Q2", choice=item) for item in numbers]
        + [heading("Q2_a", question="Q2"), heading("Q3", "title"), heading("Q3_1_a", question="Q3"),
           heading("Q3_2_a", question="Q3"), heading("Q4", "title")]
        + [heading(f"Q4_{place}", question="Q4") for place in (1, 2, 3)]
        + [heading("Q5"), heading("Q6")] + meta("CompletionDate"),
        len(people), "high", dates="as jisc-v2-text",
        multi_select=[multi("Q2", "one-hot", None, numbers,
                            [[str(item + 1) for item in person[1] or []] for person in people], other=others)],
        ranking=[{"question": "Q4", "form": "columns",
                  "orders": [None if person[5] is None else [f"Q4_{person[5].index(place) + 1}" for place in (1, 2, 3)]
                             for person in people]}],
        notes="Codes instead of texts; what they stand for is in a key file of its own (code,label). "
        "The fifth person was not asked, and yet each choice is 0: a row of zeros does not tell "
        "'none of these' from 'not asked'.")

    rows = [["Response ID", "Start date", "Completed date", f"1. {AGE_Q}", f"2. {PART_Q}",
             f"2.a. {other_q}", f"3.1. {HEARD}", f"3.2. {PAID}",
             *[f"4. {ORDER_Q} - {item}" for item in importance], f"5. {FIRST_Q}", f"6. {DIFFERENT_Q}"]]
    for index, person in enumerate(people):
        rows.append([str(70123 + index), f"{person[8]}T09:14:05Z", f"{person[8]}T09:20:41Z",
                     ages[person[0]], "; ".join(chosen[index] or []), person[2], scale[person[3]],
                     scale[person[4]], *[str(place) for place in person[5] or [""] * 3],
                     person[6], person[7]])
    survey(
        "jisc-v3", BOM + table(rows, eol="\r\n").encode(), "jisc",
        meta("Response ID", "Start date", "Completed date")
        + [heading(f"1. {AGE_Q}"), heading(f"2. {PART_Q}"),
           heading(f"2.a. {other_q}", question=f"2. {PART_Q}", choice="Other"),
           heading(f"3.1. {HEARD}"), heading(f"3.2. {PAID}"),
           *[heading(f"4. {ORDER_Q} - {item}", question=f"4. {ORDER_Q}") for item in importance],
           heading(f"5. {FIRST_Q}"), heading(f"6. {DIFFERENT_Q}")],
        len(people), "guess", bom=True, line_ending="CRLF", dates="unknown; here ISO",
        multi_select=[multi(f"2. {PART_Q}", "joined", "; ", choices, chosen, other=others)],
        ranking=[{"question": f"4. {ORDER_Q}", "form": "columns", "orders": ranks}],
        notes="NOT CONFIRMED: no public export of version 3 was found. Kept so that the general "
        "reading (no preset) copes with such a file; take its details for no fact.")


def make_smart_survey():
    names = ["UserID", "UserNo", "Name", "Email", "IP Address", "Unique ID", "Started", "Ended",
             "Tracking Link"]
    people = [
        ("25-44", [0, 3], None, "Agree", "Agree", "More breaks, please"),
        ("65+", [4], None, "Strongly agree", "Disagree", "-"),
        ("45-64", [4, 5], None, "Agree", "-", "Say \"no\" sooner"),
        ("16-24", [], "Garden, allotment", "Disagree", "Disagree", "Bus times"),
        ("25-44", None, None, "-", "-", "-"),
        ("-", [1, 3, 5], None, "Agree", "Strongly agree", "Zoë’s idea: fewer papers"),
        ("45-64", [0, 1, 2], None, "Agree", "Agree", "Nothing"),
        ("65+", [2], None, "Disagree", "Agree", "-"),
    ]
    chosen = [None if person[1] is None else [ACTIVITIES[item] for item in person[1]] for person in people]
    others = [person[2] for person in people]

    def ids(index):
        return [str(30500123 + index * 11), str(index + 1), "", "", "", "",
                f"{index + 9:02}/03/2026 14:0{index}:00", f"{index + 9:02}/03/2026 14:1{index}:00",
                "Default Web Link"]

    nbsp = "\u00a0"
    heads = [f"Q1. {AGE_Q}", *[f"Q2.{item}. {choice}" for item, choice in enumerate(ACTIVITIES, 1)],
             "Q2.7. Other (please specify):", f"Q3.1. {HEARD}{nbsp}", f"Q3.2. {PAID}{nbsp}",
             f"Q4. {DIFFERENT_Q}"]
    rows = [[*names, *heads]]
    for index, person in enumerate(people):
        rows.append([*ids(index), person[0],
                     *[choice if choice in (chosen[index] or []) else "-" for choice in ACTIVITIES],
                     person[2] or "-", *person[3:]])
    clean = [head.replace(nbsp, "") for head in heads]
    columns = meta(*names) + [heading(clean[0])] + [
        heading(clean[item], question="Q2", choice=choice) for item, choice in enumerate(ACTIVITIES, 1)
    ] + [heading(clean[7], question="Q2", choice="Other (please specify):"),
         heading(clean[8], question="Q3"), heading(clean[9], question="Q3"), heading(clean[10])]
    survey(
        "smartsurvey-text", table(rows, eol="\r\n").encode(), "smartsurvey", columns, len(people),
        "medium", line_ending="CRLF", dates="dd/mm/yyyy HH:mm:ss", missing={"-": "skipped"},
        multi_select=[multi("Q2", "columns", None, ACTIVITIES, chosen, other=others)],
        notes="Metadata columns, 'Qn.' before a heading, '-' for no answer, dates and the no-break "
        "space come from a real export; a column for each choice, headed 'Q2.1.', is a likely "
        "guess after the 'Q5.1.' that it has for the row of a grid.")

    rows = [[*names, f"Q1. {AGE_Q}", f"Q2. {PART_Q}", f"Q3.1. {HEARD}", f"Q4. {DIFFERENT_Q}"]]
    for index, person in enumerate(people):
        picked = (chosen[index] or []) + ([person[2]] if person[2] else [])
        rows.append([*ids(index), person[0], "; ".join(picked) or "-", person[3], person[5]])
    survey(
        "smartsurvey-single-column", BOM + table(rows, style="all", eol="\r\n").encode(), "smartsurvey",
        meta(*names) + [heading(f"Q1. {AGE_Q}"), heading(f"Q2. {PART_Q}"), heading(f"Q3.1. {HEARD}"),
                        heading(f"Q4. {DIFFERENT_Q}")],
        len(people), "guess", bom=True, line_ending="CRLF", dates="dd/mm/yyyy HH:mm:ss",
        missing={"-": "skipped"},
        multi_select=[multi(f"Q2. {PART_Q}", "joined", "; ", ACTIVITIES, chosen, other=others)],
        notes="NOT CONFIRMED: one cell for each question; the joiner is a guess.")


def make_kobo():
    codes = ["workshops", "steering", "training", "reading"]
    labels = ["Workshops and/or visits", "Steering group", "Training, coaching", "Reading group"]
    ages = {"a16": "16-24", "a25": "25-44", "a45": "45-64", "a65": "65+", "": ""}
    people = [
        ("a25", "2025-09-18", [0, 2], "", "yes", "More breaks, please", "Approved"),
        ("a65", "2024-11-05", [3], "", "yes", "", ""),
        ("a45", "2026-01-09", [3, 0], "", "", "Say \"no\" sooner", ""),
        ("a16", "2026-02-28", [], "Garden; allotment", "no", "Line one\nline two", ""),
        ("a25", "", None, "", "", "", "Not Approved"),
        ("a45", "2025-06-01", [1, 2, 3], "", "yes", "Zoë’s idea: fewer papers", ""),
        ("a65", "2023-12-31", [1], "", "no", "", "On Hold"),
        ("", "2026-03-12", [0, 1, 2, 3], "", "yes", "Nothing", "Approved"),
    ]
    system = ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status",
              "_submitted_by", "_tags", "_index"]
    words = {"yes": "Yes", "no": "No", "": ""}

    def uuid(index):
        return f"00000000-0000-4000-8000-{index + 1:012}"

    def tail(index, person):
        return [str(410000 + index), uuid(index), f"2026-03-{index + 9:02}T09:21:0{index}", person[6],
                "", "submitted_via_web", "", "", str(index + 1)]

    def picks(person, texts):
        if person[2] is None:
            return ["", *[""] * 4]
        return [" ".join(texts[item] for item in person[2]),
                *["1" if item in person[2] else "0" for item in range(4)]]

    def kobo(name, heads, texts, describe, notes):
        rows = [[*heads, *system]]
        for index, person in enumerate(people):
            stamp = f"2026-03-{index + 9:02}T09:1{index}:05.000+00:00"
            age = person[0] if describe == "xml" else ages[person[0]]
            agree = person[4] if describe == "xml" else words[person[4]]
            rows.append([stamp, age, person[1], *picks(person, texts), person[3], agree, person[5],
                         *tail(index, person)])
        question = heads[3]
        survey(
            name, table(rows, delimiter=";", style="all", eol="\r\n").encode(), "kobotoolbox",
            meta("start")
            + [heading(heads[1]), heading(heads[2]), heading(question)]
            + [heading(head, question=question, choice=text) for head, text in zip(heads[4:8], texts)]
            + [heading(head) for head in heads[8:]] + meta(*system),
            len(people), "high", delimiter="semicolon", line_ending="CRLF",
            dates="start ISO with its zone; _submission_time ISO in UTC without saying so; date "
            "answers yyyy-mm-dd",
            multi_select=[multi(question, "one-hot", " ", texts,
                                [None if person[2] is None else [texts[item] for item in sorted(person[2])]
                                 for person in people])],
            drop=[{"row": 5, "reason": "validation status Not Approved (reported, not dropped)"}],
            notes=notes)

    kobo("kobo-xml",
         ["start", "about_you/age_group", "about_you/first_meeting", "part/activities",
          *[f"part/activities/{code}" for code in codes], "part/activities_other", "views/listened",
          "views/different"], codes, "xml",
         "XML values and headers with groups; the list in one column and a column for each choice. "
         "Asked and none chosen is 0 in each, not asked is empty in each.")
    group = "Taking part.Which of these have you taken part in?"
    kobo("kobo-labels",
         ["start", f"About you.{AGE_Q}", f"About you.{FIRST_Q}", group,
          *[f"{group}.{label}" for label in labels], "Taking part.Anything else?",
          f"Your views.{HEARD}", f"Your views.{DIFFERENT_Q}"], labels, "labels",
         "Labels, group separator '.'. The joined column is joined with a space while the labels have "
         "spaces, so only the columns of the choices can be read. One label holds a '/'.")

    rows = [["about_you/age_group", "part/activities/workshops", "part/activities/steering",
             "part/activities/training", "part/activities/reading", "views/listened",
             "views/different", "meta/instanceID", "_uuid", "_submission_time", "_tags", "_notes",
             "_version", "_submitted_by"]]
    for index, person in enumerate(people):
        marks = ["n/a"] * 4 if person[2] is None else [
            "True" if item in person[2] else "False" for item in range(4)]
        rows.append([person[0] or "n/a", *marks, person[4] or "n/a", person[5] or "n/a",
                     f"uuid:{uuid(index)}", uuid(index), f"2026-03-{index + 9:02}T09:21:0{index}", "",
                     "", "vInvented1", "n/a"])
    survey(
        "kobo-legacy", table(rows).encode(), "kobotoolbox",
        [heading(head, **({"question": "part/activities", "choice": head.split("/")[2]}
                          if head.startswith("part/activities/") else {})) for head in rows[0][:7]]
        + meta(*rows[0][7:]),
        len(people), "medium", dates="_submission_time ISO", missing={"n/a": "not-asked"},
        multi_select=[multi("part/activities", "one-hot", None, codes,
                            [None if person[2] is None else [codes[item] for item in sorted(person[2])]
                             for person in people])],
        notes="'CSV (legacy)': commas, True and False, n/a for whatever is missing.")

    rows = [["SubmissionDate", "about_you-age_group", "about_you-first_meeting", "part-activities",
             *[f"part-activities/{code}" for code in codes], "views-listened", "views-different",
             "meta-instanceID", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent",
             "AttachmentsExpected", "Status", "ReviewState"]]
    for index, person in enumerate(people):
        marks = picks(person, codes)
        rows.append([f"2026-03-{index + 9:02}T09:21:0{index}.123Z", person[0], person[1], *marks,
                     person[4], person[5], f"uuid:{uuid(index)}", f"uuid:{uuid(index)}", "7",
                     "Public link", "0", "0", "", "rejected" if index == 4 else ""])
    head = rows[0]
    survey(
        "odk-central", table(rows).encode(), "odk",
        meta("SubmissionDate") + [heading(head[1]), heading(head[2]), heading(head[3])]
        + [heading(name, question=head[3], choice=code) for name, code in zip(head[4:8], codes)]
        + [heading(head[8]), heading(head[9])] + meta(*head[10:]),
        len(people), "medium", dates="SubmissionDate ISO in UTC; date answers yyyy-mm-dd",
        multi_select=[multi(head[3], "one-hot", " ", codes,
                            [None if person[2] is None else [codes[item] for item in sorted(person[2])]
                             for person in people])],
        drop=[{"row": 5, "reason": "review state rejected (reported, not dropped)"}],
        notes="ODK Central with 'split select multiple': groups are joined with '-', a choice follows "
        "after '/'.")


PAGE = HERE.parents[2] / "docs" / "export-shapes.md"


# What scripts/score-suites prints; the suites are not part of this repository.
PUBLIC_SUITES = [
    "", "## Public suites", "",
    "Measured in November 2026 with `scripts/score-suites`, which anyone can point at a copy of a suite. The files",
    "were at hand when the rules were written: expect less of files of other kinds.", "",
    "| suite | result |", "| --- | --- |",
    "| CSVsniffer's Pollock set ([doi:10.3233/DS-240062](https://doi.org/10.3233/DS-240062)), 123 of its 148 files "
    "| separator and quotation mark right in 123 |",
    "| Pollock's polluted files (github.com/HPI-Information-Systems/Pollock), 102 of 2,290 "
    "| 9.998 of 10 by its simple score |",
    "| csv-spectrum | 11 of 11 files |",
    "| csv-test-data, valid | 16 of 18 files; the other two count a blank line as a row, which is none here |",
    "| csv-test-data, invalid | 6 of 7 files read with a problem; the seventh has quotation marks inside a cell "
    "without any round it, which are letters here |",
]


def shapes_page():
    """The table of shapes for the documentation."""
    lines = [
        "# Shapes of exports", "",
        "What comes out of real systems, each with a small example file. The examples are in",
        "`Tests/LoadingTests/Fixtures/shapes/`; beside each stands the exact result, which the tests compare.",
        "Look at any file of your own with `countin inspect FILE`.", "",
        "* **A row with too few or too many cells** is put right where only one reading of it goes with the",
        "  columns: a separator missing, doubled, standing in a text or another one than in the other rows, or a",
        "  misplaced quotation mark. Each such row is reported as `mended-row` with its line. Where two readings are",
        "  possible nothing is put right, and the row is reported as `short-row` or `long-row`.",
        "* **Headings in several rows** become one: a heading over several columns is joined with those below it,",
        "  as in `January - Came`; where nothing stands over several columns, the rows are lines of each heading, as",
        "  in `Meetings held`. A row with an answer such as `refused`, `Agree` or `n/a` is none of them. One that only",
        "  differs from the data below it is reported as `second-headings`, for it may be somebody's answers.",
        "* **A total or a note below the rows, or a sentence such as `No records found` in place of rows,** is left",
        "  out and reported as `footer-row`. With the headings that a pipeline names, less passes for one.", "",
        "| example | what is read | rows | notes |", "| --- | --- | --- | --- |"]
    for path, data in sorted(FILES.items()):
        if not path.startswith("shapes/") or not path.endswith(".json"):
            continue
        expected = json.loads(data)
        name = expected["file"]
        if "refused" in expected:
            lines.append(f"| `{name}` | refused | – | {expected['notes']} |")
            continue
        delimiter = expected["delimiter"]
        parts = [expected["encoding"], "no separator" if delimiter == "none" else delimiter]
        for key, word in (("preamble_rows", "above"), ("header_rows", "of headings"),
                          ("footer_rows", "below")):
            if expected[key] != (1 if key == "header_rows" else 0):
                parts.append(f"{expected[key]} row{'' if expected[key] == 1 else 's'} {word}")
        notes = expected["notes"]
        lines.append(
            f"| `{name}` | {', '.join(part for part in parts if part)} | {len(expected['rows'])} "
            f"| {notes.replace('|', chr(92) + '|')} |")
    lines += PUBLIC_SUITES
    return ("\n".join(lines) + "\n").encode("utf-8")


def main():
    make_shapes()
    make_torture()
    make_google_forms()
    make_microsoft_forms()
    make_survey_monkey()
    make_qualtrics()
    make_jisc()
    make_smart_survey()
    make_kobo()
    if "--check" in sys.argv[1:]:
        wrong = [path for path, data in FILES.items()
                 if not (HERE / path).is_file() or (HERE / path).read_bytes() != data]
        there = {str(path.relative_to(HERE)) for folder in ("shapes", "surveys")
                 for path in (HERE / folder).iterdir() if path.suffix != ".md"}
        wrong += sorted(there - FILES.keys())
        if not PAGE.is_file() or PAGE.read_bytes() != shapes_page():
            wrong.append("docs/export-shapes.md")
        for path in wrong:
            print(path, file=sys.stderr)
        sys.exit(1 if wrong else 0)
    PAGE.write_bytes(shapes_page())
    for path, data in FILES.items():
        (HERE / path).parent.mkdir(exist_ok=True)
        (HERE / path).write_bytes(data)


if __name__ == "__main__":
    main()
