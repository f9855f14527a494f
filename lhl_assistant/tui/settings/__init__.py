"""What the planner has chosen."""
