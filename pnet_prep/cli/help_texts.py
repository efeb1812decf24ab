"""What ``--help`` says. A test holds it to the same plain language as the content."""

APP = "Get ready for a visit to the doctor about a pancreatic neuroendocrine tumor (pNET)."

START = "Start a new visit, or go on with one. Every answer is saved as you give it."
REVIEW = "Look over and change what you said, and choose your top three questions."
SHOW = "Show the checklist of a visit on the screen."
REHEARSE = "Practice what your doctor may ask, with your own answers."
AFTER = "After the visit: write down the answers and what comes next."
LIST = "List your visits."
EXPORT = "Write the checklist to files that you can print or send."
SHARE = (
    "Write one file with a visit, to send to who fills it in with you. Private answers stay here."
)
JOIN = "Bring in what somebody else answered about a visit. Nothing is lost."
WHERE = "Say where your answers and printed checklists are."
FORGET = "Delete a visit and the checklists that were printed from it."
DOCTOR = "See whether your files and pnet-prep are in good order."
CHECK = "Check the questions for mistakes. This is for people who edit them."

VISIT = "Which visit: its number in the list, or its date."
AS = "Who answers: patient or caregiver."
ANSWERS = "A file with answers (- reads it from standard input)."
NO_INPUT = "Ask nothing: use the answers file alone."
TEMPLATE = "Print an empty answers file to fill in."
QUICK = "Ask only what page 1 needs, in a few minutes."
PLAIN = "Plain lines without colors or moving text, for screen readers and pipes."
QUESTIONS = "A folder of questions to ask too, such as those of a clinic. Give it again for more."
OUT = "The folder to write to. Without it: your documents."
TO = (
    "File kinds, such as md,pdf. html is a page for a browser. txt is a short message for a "
    "patient portal. ics is for a calendar, and json for other programs."
)
FOR = (
    "Who gets it. doctor: all that is meant for the visit. family: without what is private or hard "
    "to talk about. portal: page 1 and your questions only. forum: without names, places and exact "
    "days. me: all, with your own notes."
)
WITHOUT = "Parts to leave out, such as family,life. An id such as life.stress works too."
NAMES = "Name the doctor and the place in the calendar file too."
FILLABLE = "Make a PDF with boxes to tick and room to type on a screen."
PAPER = "Paper size: a4 or letter."
PRINT = "Print size: normal or large."
YES = "Do not ask whether to delete."
RELEASE = "Count late reviews as mistakes."
UNVERIFIED = "List the texts whose source nobody read, or read only in part."
COVERAGE = "Print what covers each point, and what each answer leads to."
WITNESS = "Print an answers file that raises this id."
JSON = "Print the result as JSON."
FOLDER = "The folder with the questions. Without it: those of pnet-prep."
VERSION = "Say which version this is."
ALL = "All of it, also what is private: only for another computer of your own."
JOINED = (
    "The files that were sent to you (- reads from standard input). Without one: the copies of a "
    "visit that lie beside it."
)
JOIN_NO_INPUT = "Ask nothing: take what belongs to a visit that is here, and refuse all else."
OWN = "A copy for one person, with what they wrote for themselves alone: patient or caregiver."
