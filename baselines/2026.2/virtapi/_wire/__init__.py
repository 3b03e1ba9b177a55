"""How an object becomes text for another release, and back: what `virtapi.wire` does, read on first use."""
