## What the tester wants to be so

verdict-unexpected = Not as expected
answer-expected = expected
expected-count = { $fit } of { $all } as expected
sentence-expected-count = { $fit } of { $all } as expected.

## Two tokens side by side

compare-same-text = Both are the same text.
compare-text-case = Only the letter case differs: one of them was changed on its way.
compare-text-space = Only white space differs: one of them was broken or joined on its way.
compare-text-hidden = Only characters that nobody sees differ.
compare-count =
    { $differ ->
        [one] { $differ } differs
       *[other] { $differ } differ
    }, { $equal ->
        [one] { $equal } is equal
       *[other] { $equal } are equal
    }.
compare-count-kinds =
    Two kinds of one vendor: { $differ ->
        [one] { $differ } differs
       *[other] { $differ } differ
    }, { $equal ->
        [one] { $equal } is equal
       *[other] { $equal } are equal
    }.
compare-count-vendors =
    Two vendors: { $differ ->
        [one] { $differ } differs
       *[other] { $differ } differ
    }, { $equal ->
        [one] { $equal } is equal
       *[other] { $equal } are equal
    }.
compare-equal = Equal: { $keys }
compare-kind = kind
compare-order = order
compare-only-first = only the first has it
compare-only-second = only the second has it
compare-type = the same value, of another type: { $first } and { $second }
compare-case = the same but for letter case
compare-space = the same but for white space
compare-hidden = the same but for characters that nobody sees
compare-made-later = the second was made { $span } later
compare-made-earlier = the second was made { $span } earlier
compare-starts-later = the second begins { $span } later
compare-starts-earlier = the second begins { $span } earlier
compare-ends-later = the second ends { $span } later
compare-ends-earlier = the second ends { $span } earlier
compare-life-later = the second is good for { $span } more
compare-life-earlier = the second is good for { $span } less
compare-rights = other rights
compare-rights-more = the second may do more
compare-rights-fewer = the second may do less
compare-rights-same = the same rights, written otherwise
compare-owner = they belong to different apps or projects
compare-user = another user
compare-room = another room or session
compare-random = another one in each token
compare-proof = follows from the rest and the secret
compare-form = written otherwise
compare-maker = made by another library or program
compare-data = another value
compare-kinds = two kinds of one vendor
compare-vendors = of two vendors
compare-state = now they stand differently
compare-signature = not both could be checked, or not both fit
compare-secret = signed with different secrets
compare-secret-first = only the first fits a saved secret
compare-secret-second = only the second fits a saved secret

## The report for a ticket

bug-title = Token report
bug-kind = kind
bug-made = made
bug-starts = good from
bug-ends = ends
bug-now = judged at
bug-by = by
bug-codes = the vendor says
bug-fields = Fields
bug-findings = Findings
bug-left-out-secret = (left out: follows from the secret)
bug-left-out-user = (left out: user data)

## In the window

command-sign-again = Edit and sign again
command-compare = Compare with another token
command-copy-bug-report = Copy bug report
command-expect = Expect a field of the token
actions-again = Edit and sign again
actions-compare = Compare…
actions-bug-report = Copy bug report
actions-expect = Expect a field…

again-loaded = From the inspected token; changed fields: { $count }
again-changed = Changed from “{ $was }”
again-added = Not in the token
again-anew = A new one is made; the token has “{ $was }”
again-over = This end is over.
again-back = Back
again-use = Use it
again-same-life = { $span } from now
again-no-project = There is no { $vendor } project to sign with. Make one first; the token is of { $owner }.
again-which-project = No { $vendor } project fits the token of { $owner }. Choose one at the left, then try again.

expect-heading = Expected
expect-close = Add no more
expect-field = Field to expect
expect-value = Expected value
expect-add = Add
expect-fits = As expected
expect-differs = Differs
expect-absent = Missing
expect-unknown = Not checked
expect-got = is “{ $got }”
expect-forget = Remove the expectation { $key }
expect-nothing = The pasted text has no field that could be expected.

compare-heading = Compare with
compare-close = Close the comparison
compare-box = Other token
compare-hint = Paste another token here. All saved projects are tried.
compare-nothing = Paste a second token to see what differs.
compare-copy = Copy comparison
compare-differences = Differences
compare-equals = Equal
compare-equal-rows = Equal: { $count }
compare-field = Field
compare-first = First
compare-second = Second
compare-absent = none

bug-dialog = Bug report
    .text = As Markdown, for a ticket. Signature, ciphertext and whatever else follows from the secret are left out.
bug-leave-out-user = Leave out user data
    .note = User ids, names, rooms, sessions, payloads, nonces, and fields that nobody knows.
bug-copy = Copy report
