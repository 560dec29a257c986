"""Dates and times as written ↔ ISO 8601 as TEI takes it; what is found is in `model`, how it is found in `search`."""

from tei.dates.formatting import format_date
from tei.dates.model import Calendar, Certainty, Order, Precision, WrittenDate, WrittenTime
from tei.dates.reckoning import across_new_year, days_between, earliest, latest
from tei.dates.search import find_dates, find_times, parse_date, parse_time

__all__ = [
    "Calendar",
    "Certainty",
    "Order",
    "Precision",
    "WrittenDate",
    "WrittenTime",
    "across_new_year",
    "days_between",
    "earliest",
    "find_dates",
    "find_times",
    "format_date",
    "latest",
    "parse_date",
    "parse_time",
]
