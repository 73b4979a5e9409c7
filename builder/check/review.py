"""Clinical review: by whom, when, and when again. Dates are compared with the course's own date, never the clock."""

from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import where
from builder.model.course import Course


@rule("C210", "review-overdue", "warning")
def overdue(course: Course) -> Iterator[Finding]:
    """The clinical review was due before the date the course carries.

    Why: what was right at the last review may have changed; learners read the date and trust it.
    Instead: have the course reviewed and set `date:` and `due:` under `review:` anew.

    Example:
        before: date: 2027-03-01
                review: {by: "A. Person, MD", date: 2026-01-10, due: 2027-01-10}
        after:  date: 2027-03-01
                review: {by: "A. Person, MD", date: 2027-02-20, due: 2028-02-20}
    """
    due = course.review.due
    if due and course.date and due < course.date:
        yield where(course, "review.due"), f"the review was due on {due}, and the course is dated {course.date}"


@rule("C211", "not-clinically-reviewed", "advice")
def not_reviewed(course: Course) -> Iterator[Finding]:
    """No reviewer is named.

    Why: every page then says “not clinically reviewed”, as it should; some providers accept no such course.
    Instead: ask a clinician to read the course and put name and date under `review:`. Never fill in a name
    without a real review.

    Example:
        before: review: {by: null}
        after:  review: {by: "A. Person, MD", date: 2026-11-01, due: 2027-11-01}
    """
    if course.unreviewed:
        yield where(course, "review.by", "review"), "nobody is named as clinical reviewer; every page will say so"


@rule("C212", "review-without-date", "warning")
def without_date(course: Course) -> Iterator[Finding]:
    """A reviewer is named, and no date.

    Why: a review without a date cannot grow old, and readers cannot judge what it is worth.
    Instead: add the `date:` of the review.

    Example:
        before: review: {by: "A. Person, MD"}
        after:  review: {by: "A. Person, MD", date: 2026-11-01, due: 2027-11-01}
    """
    if course.review.by and not course.review.date:
        yield where(course, "review.by"), f"the review by {course.review.by} has no date"


@rule("C213", "no-next-review", "advice")
def no_next(course: Course) -> Iterator[Finding]:
    """No date for the next review.

    Why: nobody notices that a course has grown old; twelve months is a usual interval.
    Instead: add `due:` under `review:`.

    Example:
        before: review: {by: "A. Person, MD", date: 2026-11-01}
        after:  review: {by: "A. Person, MD", date: 2026-11-01, due: 2027-11-01}
    """
    if course.subject == "clinical" and not course.review.due:
        yield where(course, "review"), "no date is set for the next review"


@rule("C214", "review-after-the-course", "warning")
def after_the_course(course: Course) -> Iterator[Finding]:
    """The review is dated after the course itself.

    Why: either the course has been changed since its `date:`, or one of the two dates is a slip; both are printed.
    Instead: set `date:` of the course to the day of its last change.

    Example:
        before: date: 2026-10-01
                review: {by: "A. Person, MD", date: 2026-11-01}
        after:  date: 2026-11-01
                review: {by: "A. Person, MD", date: 2026-11-01}
    """
    if course.review.date and course.date and course.review.date > course.date:
        yield where(course, "review.date"), f"the review is of {course.review.date}, the course of {course.date}"
