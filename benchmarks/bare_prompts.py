"""A program that only asks: as many questionary lists as its argument says."""

import sys

import questionary

for number in range(int(sys.argv[1])):
    questionary.select(f"Question {number}?", choices=["yes", "no", "not sure"]).unsafe_ask()
print("That is all.")
