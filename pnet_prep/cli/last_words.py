"""The few sentences that cannot come from ``questions/``: they are needed when it cannot be read.

A test holds them to the same plain language as the content.
"""

GREETING = "pnet-prep: get ready for your visit."

CONTENT = "The questions could not be read. Each line below says what to mend."
UNKNOWN = (
    "Something went wrong inside pnet-prep. What you said before is saved. "
    "Type pnet-prep start to go on."
)
LEFT = "You can go on at any time: type pnet-prep start."
NOT_WRITTEN = "This could not be written. Make room on the disk, then try again. Nothing is lost."
PIPE = "The program that was reading closed too early. What you said is saved."
