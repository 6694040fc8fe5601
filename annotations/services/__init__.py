"""All writes: functions, keyword-only, each in one transaction with the events that record it."""
