"""Scores name pairs with nomenklatura's logic-v2, for the side-by-side in bench/screening.

usage: python nomenklatura_pairs.py PAIRS.csv [SCORES.csv]

PAIRS.csv has the columns schema, name1, name2, is_match. Prints one JSON line: pairs, precision, recall, F1 at 0.70,
microseconds a pair (scoring alone, one process, after a warm-up). Needs `pip install nomenklatura`.
"""

import csv
import json
import sys
import time

from followthemoney import EntityProxy, model
from nomenklatura.matching import LogicV2

THRESHOLD = 0.70


def entity(schema: str, name: str, entity_id: str) -> EntityProxy:
    return EntityProxy.from_dict({"id": entity_id, "schema": schema, "properties": {"name": [name]}})


def main(pairs_path: str, scores_path: str | None) -> None:
    with open(pairs_path, encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    config = LogicV2.default_config()
    # logic-v2 caches what it knows of an entity by id: every side needs its own
    pairs = [(entity(r["schema"], r["name1"], f"q{i}"), entity(r["schema"], r["name2"], f"c{i}")) for i, r in enumerate(rows)]
    for query, candidate in [(entity("Person", "Ann Lee", f"w{i}"), entity("Person", "Anne Li", f"v{i}")) for i in range(50)]:
        LogicV2.compare(query, candidate, config)
    started = time.perf_counter()
    scores = [LogicV2.compare(query, candidate, config).score for query, candidate in pairs]
    spent = time.perf_counter() - started
    if scores_path:
        with open(scores_path, "w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle)
            writer.writerow(["schema", "name1", "name2", "is_match", "score"])
            for row, score in zip(rows, scores):
                writer.writerow([row["schema"], row["name1"], row["name2"], row["is_match"], round(score, 4)])
    truth = [row["is_match"].lower() == "true" for row in rows]
    hits = sum(1 for t, s in zip(truth, scores) if t and s >= THRESHOLD)
    precision = hits / max(1, sum(1 for s in scores if s >= THRESHOLD))
    recall = hits / max(1, sum(truth))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        json.dumps(
            {
                "peer": "nomenklatura logic-v2",
                "pairs": len(rows),
                "precision": round(precision, 3),
                "recall": round(recall, 3),
                "f1": round(f1, 3),
                "microsecondsPerPair": round(1e6 * spent / max(1, len(rows)), 1),
            }
        )
    )


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
