"""Writes LocalAuthorityNames.swift from table P01 of the first results of the 2021 census.

Run: python3 local-authority-names.py P01.csv > LocalAuthorityNames.swift
The table is that of the Office for National Statistics (28 June 2022) as CSV, without
the lines before its headings. Names and codes agree with those of tables TS021 and TS038.
"""
import csv, re, sys
rows = {}
for r in csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")):
    code = r["Area code [note 2]"].strip()
    name = re.sub(r"\s*\[note \d+\]", "", r["Area name"]).replace("\u2019", "'").strip()
    if re.match(r"E0[6-9]|W06", code):
        rows[code] = name
assert len(rows) == 331
print('''/// The 331 local authorities of England and Wales in the boundaries of the 2021 census:
/// nine letters of code, a space, the name.
///
/// Source: Office for National Statistics, "Population and household estimates, England
/// and Wales: Census 2021", table P01, 28 June 2022; names without their notes.
/// Contains public sector information licensed under the Open Government Licence v3.0.
let localAuthorities2021 = """''')
for code in sorted(rows):
    print(f"  {code} {rows[code]}")
print('  """')
