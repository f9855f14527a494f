"""Long proofs and timings; run by hand, each with ``python -m benchmarks.NAME``."""
