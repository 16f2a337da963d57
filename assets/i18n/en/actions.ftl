## What the tester wants to be so

verdict-unexpected = Not as expected
answer-expected = expected
expected-count = { $fit } of { $all } as expected

## Two tokens side by side

compare-same-text = Both are the same text.
compare-text-case = Only the letter case differs: one of them was changed on its way.
compare-text-space = Only white space differs: one of them was broken or joined on its way.
compare-text-hidden = Only characters that nobody sees differ.
compare-count = { $differ } differ, { $equal } are equal.
compare-count-kinds = Two kinds of one vendor: { $differ } differ, { $equal } are equal.
compare-count-vendors = Two vendors: { $differ } differ, { $equal } are equal.
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
bug-fields = Fields
bug-findings = Findings
bug-left-out-secret = (left out: follows from the secret)
bug-left-out-user = (left out: user data)
