"""Pages through a collection with the public taxii2-client and says what it read: called by taxii.ts."""

import sys
import time

try:
    from taxii2client.v21 import Collection, Server, as_pages
except ImportError:
    print("skipped: taxii2-client is not installed (pip install taxii2-client)")
    sys.exit(3)

url, key, per_page = sys.argv[1], sys.argv[2], int(sys.argv[3])
server = Server(f"{url}/taxii2/", user="bench", password=key)
collection = next(one for one in server.default.collections if one.title == "Bench")
began, cpu = time.time(), time.process_time()
pages = objects = 0
ids = set()
for envelope in as_pages(collection.get_objects, per_request=per_page):
    pages += 1
    some = envelope.get("objects", [])
    objects += len(some)
    ids.update(one["id"] for one in some)
print(f"taxii2-client: {objects} objects, {len(ids)} ids, {pages} pages, stopped by itself, "
      f"{time.time() - began:.1f} s, {time.process_time() - cpu:.1f} s of Python's CPU")
one = collection.get_object(next(iter(ids)))
assert len(one["objects"]) == 1
manifest = collection.get_manifest(limit=10)
assert len(manifest["objects"]) == 10 and manifest["more"] is True
status = collection.add_objects({"objects": [{
    "type": "tool", "spec_version": "2.1", "id": "tool--0000abcd-0000-4000-8000-00000000beef",
    "created": "2026-01-01T00:00:00.000Z", "modified": "2026-01-01T00:00:00.000Z", "name": "posted"}]})
assert status.status == "complete" and status.success_count == 1, status
collection.delete_object("tool--0000abcd-0000-4000-8000-00000000beef")
sys.exit(0 if objects == len(ids) == int(sys.argv[4]) else 1)
