"""The review page: a source beside what was read from it, so that an editor checks instead of retyping."""
