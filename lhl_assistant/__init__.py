"""A local guidance assistant for municipal planners who work with *Leve hele livet* and *Bo trygt hjemme*."""
