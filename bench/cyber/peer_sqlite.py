"""SigmaHQ's rules as SQL over SQLite, by pySigma's own backend: the way in which Zircolite evaluates them.

    python3 bench/cyber/peer_sqlite.py EVENTS.json RULES_FOLDER [RULES_MET.json]

Needs pysigma, pysigma-backend-sqlite, pysigma-pipeline-sysmon, pysigma-pipeline-windows. Prints CPU seconds of converting,
of loading, of evaluating, and which rules met how many events, so that both can be compared with Cordon's.
"""
import json
import pathlib
import re
import sqlite3
import sys
import time

from sigma.backends.sqlite import sqliteBackend
from sigma.collection import SigmaCollection
from sigma.pipelines.sysmon import sysmon_pipeline
from sigma.pipelines.windows import windows_logsource_pipeline

events_file, rules_folder = sys.argv[1], sys.argv[2]


def regexp(pattern, value):
    return value is not None and re.search(pattern, str(value)) is not None


start = time.process_time()
backend = sqliteBackend(sysmon_pipeline() + windows_logsource_pipeline())
queries, failed = [], 0
for path in sorted(pathlib.Path(rules_folder).rglob("*.yml")):
    try:
        rules = SigmaCollection.from_yaml(path.read_text())
        if rules.rules[0].logsource.product != "windows":
            continue
        queries += [(rules.rules[0].title, query) for query in backend.convert(rules)]
    except Exception:
        failed += 1
converted = time.process_time()

events = [json.loads(line) for line in open(events_file)]
names = {}
for event in events:
    for name in event:
        names.setdefault(name.lower(), name)
# Columns that rules ask for and no event has would be errors: they are empty.
for _, query in queries:
    for name in re.findall(r"(?:WHERE|AND|OR|NOT|\()\s*`?([A-Za-z_][\w.-]*)`?\s*(?:=|LIKE|REGEXP|IS|IN|<|>)", query):
        names.setdefault(name.lower(), name)
database = sqlite3.connect(":memory:")
database.create_function("regexp", 2, regexp, deterministic=True)
columns = list(names.values())
database.execute(f"create table logs ({', '.join(f'[{c}] text collate nocase' for c in columns)})")
database.executemany(
    f"insert into logs values ({','.join('?' * len(columns))})",
    (
        [None if (v := e.get(c)) is None else v if isinstance(v, (int, str)) else json.dumps(v) for c in columns]
        for e in ({names[k.lower()]: v for k, v in event.items()} for event in events)
    ),
)
loaded = time.process_time()

met, broken = {}, 0
for title, query in queries:
    try:
        count = len(database.execute(query.replace("<TABLE_NAME>", "logs")).fetchall())
    except sqlite3.Error:
        broken += 1
        continue
    if count:
        met[title] = met.get(title, 0) + count
done = time.process_time()
if len(sys.argv) > 3:
    pathlib.Path(sys.argv[3]).write_text(json.dumps(met, indent=1))
print(
    json.dumps(
        {
            "events": len(events),
            "queries": len(queries),
            "rules_not_converted": failed,
            "queries_not_run": broken,
            "convert_s": round(converted - start, 1),
            "load_s": round(loaded - converted, 1),
            "evaluate_s": round(done - loaded, 1),
            "events_a_second": round(len(events) / (done - converted)),
            "rules_met": len(met),
            "matches": sum(met.values()),
        }
    )
)
