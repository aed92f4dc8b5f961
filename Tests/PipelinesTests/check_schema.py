"""Holds the shipped pipelines and rules against the JSON Schemas in docs/.

Needs python3-yaml and python3-jsonschema (scripts/bootstrap --tests).
"""
import copy
import datetime
import json
import pathlib
import sys

import jsonschema
import yaml


def plain(node):
    """YAML dates as the text that they were written as."""
    if isinstance(node, datetime.date):
        return node.isoformat()
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(item) for item in node]
    return node


root = pathlib.Path(sys.argv[1])
checked = 0
for name, schema_name in [("pipeline.yaml", "pipeline"), ("tags.yaml", "tags")]:
    schema = json.loads((root / f"docs/{schema_name}.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft7Validator(schema)
    validator.check_schema(schema)
    for path in sorted(root.glob(f"pipelines/*/{name}")):
        document = plain(yaml.safe_load(path.read_text("utf-8")))
        for error in validator.iter_errors(document):
            sys.exit(f"{path}: {'/'.join(map(str, error.path))}: {error.message}")
        wrong = copy.deepcopy(document)
        wrong["tittle"] = "x"
        if validator.is_valid(wrong):
            sys.exit(f"{path}: a wrong key was accepted")
        wrong = copy.deepcopy(document)
        del wrong["codes" if name == "tags.yaml" else "measures"]
        if validator.is_valid(wrong):
            sys.exit(f"{path}: a missing key was accepted")
        checked += 1
if checked < 4:
    sys.exit(f"only {checked} files were found")
