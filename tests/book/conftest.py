from tests.example import reader, session, story

__all__ = ["reader", "session", "story"]
