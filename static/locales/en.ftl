## Names

product = Tandem
unofficial = unofficial, for Lightspeed Retail POS and eCom
side-name = { $side ->
    [pos] POS
   *[ecom] eCom
}

## Header

check-again = Check again
open-tab = Open in a tab
close-panel = Close Tandem
no-store-yet = not chosen
pair = The two stores in use
dismiss = Dismiss
try-again = Try again

## Tabs

tabs = Views
tab-overview = Overview
tab-groups = Groups
tab-customers = Customers
tab-review = Review
tab-history = History
tab-settings = Settings

## Choosing the two stores

choose-title = Choose your two stores
choose-why = Tandem keeps these two the same, and no others. You choose once.
choose-none = { $side ->
    [pos] Open your POS admin in a tab and sign in. It appears here by itself.
   *[ecom] Open your eCom admin in a tab and sign in. It appears here by itself.
}
choose-use = Use these two stores
choose-missing = One store of each side is needed.
change-stores = Use other stores
choose-back = Keep the stores in use

## Connections

connections = Connections
connection-none = No store chosen yet.
connection-checking = Asking the store…
connection-person = Connected as { $person }
connection-unnamed = Connected
connection-role = ({ $role })
rung-session = with your own sign-in
rung-token = with the token you pasted
rung-relay = through the admin page that is open in a tab; leave it open
rung-page-token = with the pass that the admin page itself uses
open-admin = { $side ->
    [pos] Open POS
   *[ecom] Open eCom
}
sign-in = { $side ->
    [pos] Sign in to POS
   *[ecom] Sign in to eCom
}
sign-in-back = Opens in a new tab and comes back here by itself.
ask-again = Ask the store again
allow-access = Allow access
allow-in-tab = Open in a tab to allow access
use-token = Use a token instead
token-label = { $side ->
    [pos] POS personal token
   *[ecom] eCom secret token
}
token-where = { $side ->
    [pos] The owner makes one in POS under Setup, Personal tokens.
   *[ecom] The owner finds it in the eCom admin with a custom app; it starts with “secret_”.
}
token-keep = Keep on this computer
token-keep-why = Otherwise it is forgotten when the browser closes.
token-use = Use this token
token-forget = Forget the token

## Faults: what happened, then what to do

fault-offline = The store did not answer.
fault-offline-next = Check the internet connection, then check again.
fault-no-host-access = The browser does not let Tandem reach the store.
fault-no-host-access-next = Allow access to the store's site.
fault-signed-out = Nobody is signed in.
fault-signed-out-next = Sign in, and Tandem goes on.
fault-not-allowed = Your role may not do this.
fault-not-allowed-next = Ask someone who may manage customers and their groups to sign in.
fault-needs-page = The store takes changes from its own pages only. Nothing was written.
fault-needs-page-next = Open its admin in a tab, leave it open, then go on here: Tandem sends the changes through that page.
fault-plan-lacks = The store's plan has no customer groups.
fault-plan-lacks-next = On eCom they come with the Business plan. Change the plan, then check again.
fault-plan-lacks-customers = The store's plan does not let Tandem at its customers, or the store is suspended.
fault-plan-lacks-customers-next = Look at the plan and its invoices in the store's admin, then try again. What was read before stays.
fault-rate-limited = The store asks to wait: too many calls at once.
fault-rate-limited-next = Wait a few minutes, then try again.
fault-not-found = It is no longer there.
fault-not-found-next = Check again to see what is there now.
fault-refused = The store refused it.
fault-refused-next = Look at the store's own words, mend it there, then try again.
fault-store-failed = The store had a failure of its own.
fault-store-failed-next = Try again. What was done already is not done twice.
fault-damaged = The store answered something that Tandem does not know.
fault-damaged-next = Try again. If it stays so, the admin has changed: tell us.
fault-wrong-store = Another store answered than the one you chose.
fault-wrong-store-next = Sign in to the store named above, then check again.
fault-stale = What was shown here has changed meanwhile. Nothing was written.
fault-stale-next = Look at what is there now, then press the button again.
fault-not-kept = The browser has no room to write down what Tandem does.
fault-not-kept-next = Make room on the disk, then try again.
fault-kept-damaged = What Tandem kept on this computer is damaged. Nothing was changed.
fault-kept-damaged-next = Start again, or wipe what is kept: both stores are then compared anew, and whatever differs is asked.
fault-kept-newer = What is kept on this computer was written by a newer Tandem. Nothing was changed.
fault-kept-newer-next = Update Tandem, then try again.
fault-locked = What is kept on this computer is locked.
fault-locked-next = Enter the passphrase.
fault-wrong-passphrase = That is not the passphrase.
fault-wrong-passphrase-next = Try again. Nobody can tell it to you: where it is lost, forget everything in Settings and read the customers anew.
fault-busy = Tandem is still at work.
fault-busy-next = Wait for it to finish.
fault-bug = Tandem made a mistake.
fault-bug-next = Nothing was lost. Check again; if it stays so, tell us.
fault-said = The store says: { $said }

## Problems between the panel and the background

problem-no-answer = Tandem did not answer.
problem-no-answer-next = Wait a moment, then try again.
problem-gone = Tandem was updated while this page was open.
problem-gone-next = Reload this page.
broken = Tandem stopped by a mistake of its own. What was begun goes on, and nothing is lost.
broken-reload = Reload Tandem
covered = Something lies over Tandem, or makes it hard to see. Nothing is written from here meanwhile: close what lies over it, or open Tandem in a tab.
problem-crashed = Tandem had to start anew.
problem-crashed-next = Nothing was lost. Look at the last run below.
problem-outside = No store connected.
problem-outside-next = This page works inside the Tandem extension.

## Next best action

next = Next step
next-sign-in = { $side ->
    [pos] Sign in to POS, so that both sides can be read.
   *[ecom] Sign in to eCom, so that both sides can be read.
}
next-mend = { $side ->
    [pos] Something is in the way of POS. See below what to do.
   *[ecom] Something is in the way of eCom. See below what to do.
}
next-wait = Reading both stores…
next-copy = { $count ->
    [one] One group is missing on one side.
   *[other] { $count } groups are missing on one side.
}
next-decide = { $count ->
    [one] One title needs your decision.
   *[other] { $count } titles need your decision.
}
next-read = The groups match. Read the customers of both stores to see who is in step.
next-reading = Reading the customers of both stores…
next-go-on = Reading the customers was stopped. Go on where it stopped.
next-unreadable = The customers could not be read. See why and what to do.
next-answer = { $count ->
    [one] One question about a customer needs your answer.
   *[other] { $count } questions about customers need your answer.
}
next-sync = { $count ->
    [one] One customer can be brought in step.
   *[other] { $count } customers can be brought in step.
}
next-stay = Both stores are in step. Tandem can keep them so from now on.
next-in-step = Both stores are in step, and are kept so. Nothing to do.
next-to-groups = Show the groups
next-to-customers = Show the customers
next-to-review = Answer the questions

## Counts

counts = Groups in numbers
count-total = { $count ->
    [one] 1 title in all
   *[other] { $count } titles in all
}
status-exact = the same
status-near = nearly the same
status-only-pos = only in POS
status-only-ecom = only in eCom
status-collision = collide
status-default = default
status-exact-why = Both sides have this title, letter for letter. Promotions for the group work in store and online.
status-near-why = Same words in another spelling: the store's own sync does not match them. Use one of the two spellings on both sides.
status-only-pos-why = This title is not online yet. Create it there, and both sides match.
status-only-ecom-why = This title is not in POS yet. Create it there, and both sides match.
status-collision-why = Titles of one side differ only by case or blanks. Tandem copies such a title only when you tick it.
status-default-why = Every store has one group for everybody else. It is never copied.

## Groups

groups-not-read = The groups of both sides are shown here once both stores are connected.
groups-unreadable-side = { $side ->
    [pos] The POS groups cannot be read.
   *[ecom] The eCom groups cannot be read.
}
groups-to-overview = Show the connections
groups-bad-records = { $side ->
    [pos] { $count ->
        [one] One POS group could not be read and is left out.
       *[other] { $count } POS groups could not be read and are left out.
    }
   *[ecom] { $count ->
        [one] One eCom group could not be read and is left out.
       *[other] { $count } eCom groups could not be read and are left out.
    }
}
nothing-to-set-up = Nothing to set up
nothing-to-set-up-why = Every title stands on both sides. Nothing will be written.
ecom-has-none = Your eCom store has no groups of its own. Copy the POS titles to it, and both sides match.
copy-title = { $side ->
    [pos] Missing in POS
   *[ecom] Missing online
}
copy-preview = { $count ->
    [one] This title will be written, and nothing else:
   *[other] These { $count } titles will be written, and nothing else:
}
copy-button = { $side ->
    [pos] { $count ->
        [one] Create 1 group in POS
       *[other] Create { $count } groups in POS
    }
   *[ecom] { $count ->
        [one] Create 1 group online
       *[other] Create { $count } groups online
    }
}
copy-public = Shoppers can read the titles of online groups in their account.
copy-asks = These differ only by case or blanks. Tick the ones you want all the same:
copy-tick = Create this one too
copy-none = Nothing is ticked yet.
copy-while-running = Wait until the run above is finished and put away.
withheld = Left out
withheld-same-title = has a twin of the very same title on its own side
withheld-near = stands on the other side in another spelling; see the list below
withheld-empty = has nothing to read in it
withheld-too-long = { $chars } characters long; at most 255 are copied

## Board

board = Groups of both sides
board-status = Status
board-filter = Show
board-all = all
hint = Looks like
hint-look-alike = letters of another alphabet
hint-same-words = same words
hint-few-letters = few letters differ
spelling-pos = Use the POS spelling online
spelling-ecom = Use the online spelling in POS
no-group = none
empty-title = (nothing to read)

## Runs

run = Last run
run-running = { $side ->
    [pos] Writing to POS…
   *[ecom] Writing to eCom…
}
run-checking = Reading back and comparing every title…
run-cancel = Cancel
run-finished = { $count ->
    [0] Nothing was written: everything was already there.
    [one] Done. 1 title was written and read back, letter for letter.
   *[other] Done. { $count } titles were written and read back, letter for letter.
}
run-finished-with-failures = { $done } of { $total } done. The rest is listed below with the reason.
run-cancelled = Stopped. { $done } of { $total } were done; the rest was not sent.
run-interrupted = The browser ended Tandem in the middle: { $done } of { $total } are known to be done. Going on checks first and creates nothing twice.
run-paused = Paused: { $done } of { $total } are known to be done.
run-continue = Continue
run-try-again = { $count ->
    [one] Try 1 again
   *[other] Try { $count } again
}
run-close = Close
item-waiting = waits
item-created = created
item-renamed = spelled alike
item-already = was already there
item-stale = changed meanwhile; nothing was sent
item-changed = the store keeps it as
item-doubled = the connection broke and the browser sent it again: the store has it more than once now. Open the store and keep one of them.
item-failed = failed
run-sum = { $created } written, { $already } already there, { $failed } failed, { $odd ->
    [0] {""}
   *[other] { $odd } to look at,{" "}
}{ $waiting } waiting: { $total } in all

## Customers in words: fields, values, what speaks for one person

field-group = Group
field-email = Email
field-consent = Marketing emails
field-name = Name
field-company = Company
field-phone = Telephone
field-address = Billing address
value-blank = nothing
value-group-gone = a group that is not in the list
consent-denied = No marketing emails
consent-unknown = Has not refused marketing emails; no yes on record
consent-granted = Said yes to marketing emails
who-unnamed = No name
evidence-reference = One of the two records names the other.
evidence-same-email = Both have the same email.
evidence-email-spelling = The emails are the same once an odd spelling is put right.
evidence-email-typo = The emails are the same but for what looks like a slip in the domain.
evidence-email-googlemail = One email is at googlemail.com, the other at gmail.com.
evidence-email-tag = The emails are the same but for a tag behind a plus.
evidence-email-dots = The emails are the same but for dots, which Gmail does not count.
evidence-same-phone = Both have the same telephone number.
evidence-phone-prefix = The telephone numbers are the same but for the prefix or the extension.
evidence-name-same = Both have the same name.
evidence-name-spelling = The names are the same but for capitals, accents or punctuation.
evidence-name-order = The names are the same in another order.
evidence-name-initials = The names are the same where one has initials or no middle name.
evidence-name-one-letter = The names differ in one letter.
evidence-name-family = The last name is the same and the first is not: most likely one family.
evidence-name-other = The names differ.
evidence-name-unknown = One of the two has no name.
evidence-same-address = Both have the same address.
evidence-same-postcode = Both have the same postal code.
evidence-same-company = Both have the same company.
evidence-other-postcode = The postal codes differ.
evidence-other-phone = The telephone numbers differ.
evidence-other-email = The emails differ.
evidence-reference-another = The POS record was made for another eCom customer.
likely-very = very likely
likely-rather = likely
likely-maybe = possible
duration-seconds = { $count ->
    [0] at once
    [one] 1 second
   *[other] { $count } seconds
}
duration-minutes = { $count ->
    [one] about a minute
   *[other] about { $count } minutes
}
duration-hours = { $count ->
    [one] about an hour
   *[other] about { $count } hours
}

## Questions, and why something is not written

question-never-agreed = The two sides differ, and they have never been the same.
question-default-named = { $side ->
    [pos] POS has a group for this customer; eCom has only the default one.
   *[ecom] eCom has a group for this customer; POS has only the default one.
}
question-both-changed = Both sides changed since they were last the same, and not to the same.
question-cleared = { $side ->
    [pos] POS no longer has a value. Tandem takes nothing away unasked.
   *[ecom] eCom no longer has a value. Tandem takes nothing away unasked.
}
question-no-such-group = { $side ->
    [pos] eCom has no group with the title of the POS group.
   *[ecom] POS has no group with the title of the eCom group.
}
question-email-taken = Another customer of the other side has that email already.
question-flip-flop = Somebody puts the old value back each time, so Tandem stopped.
question-consent-never = The two sides say different things about marketing emails, and nothing was ever agreed.
question-consent-raised-in-pos = The opt-out was taken away in POS. That does not show that the person said yes.
question-consent-forgotten = eCom no longer says anything where it said no.
question-consent-both = Both sides changed what they say about marketing emails.
because-asked = Waits for your answer. { $question }
because-grace = Is new. Waits until { $when }, so that Lightspeed’s own sync can create it first.
because-not-at-hand = Changed while it was read. Read the customers again to have it looked at.
because-no-counterpart = The value has no counterpart on the other side.
because-read-only = Tandem may not write there.
ambiguity-shared-email = { $count ->
    [one] One customer in POS has this email.
   *[other] { $count } customers in POS share this email.
}
ambiguity-of-another = The email belongs to a customer who is one with somebody else already.
ambiguity-contradiction = A note in the record names one customer, and the email another.
ambiguity-said-another = Somebody said that the record with this email is another person.
halt-emptied = { $side ->
    [pos] POS had { $had } customers and shows { $has }. The session may be half signed out: look into POS first.
   *[ecom] eCom had { $had } customers and shows { $has }. The session may be half signed out: look into eCom first.
}
halt-many-changes = { $side ->
    [pos] { $changes } of { $of } customers in POS would change. That is more than usual.
   *[ecom] { $changes } of { $of } customers online would change. That is more than usual.
}
halt-over-budget = { $side ->
    [pos] This takes { $calls } calls to POS, and { $may } are free without slowing the tills. It will take longer.
   *[ecom] This takes { $calls } calls to eCom, and { $may } are free. It will take longer.
}

## Preview

preview-everybody = What will be written
preview-one = What will be written for this customer
preview-undo-run = Taking back run { $run }
preview-undo-entry = Taking back one change of run { $run }
preview-making = Looking at what would be written…
preview-failed = The preview could not be made. Nothing was written.
preview-again = Something changed since this was shown, so nothing was written. This is the preview as it is now.
preview-total = { $changes ->
    [one] 1 change
   *[other] { $changes } changes
} for { $customers ->
    [one] 1 customer
   *[other] { $customers } customers
}
preview-cost = { $pos ->
    [one] 1 call
   *[other] { $pos } calls
} to POS and { $ecom } to eCom, { $time }.
preview-nothing = Nothing to write
preview-nothing-why = Both sides have what they should have. What needs an answer is listed below, if anything does.
preview-create = { $side ->
    [pos] { $count ->
        [one] 1 new customer in POS
       *[other] { $count } new customers in POS
    }
   *[ecom] { $count ->
        [one] 1 new customer online
       *[other] { $count } new customers online
    }
}
preview-update = { $side ->
    [pos] { $count ->
        [one] 1 change in POS
       *[other] { $count } changes in POS
    }
   *[ecom] { $count ->
        [one] 1 change online
       *[other] { $count } changes online
    }
}
preview-move = { $count ->
    [one] 1 move to another group in POS
   *[other] { $count } moves to another group in POS
}
preview-withheld = { $count ->
    [one] 1 thing is left out
   *[other] { $count } things are left out
}
preview-write = { $count ->
    [one] Write 1 change
   *[other] Write { $count } changes
}
preview-back = Back
preview-halts = Look at this first
preview-looked = I have looked at it
preview-looked-first = Tick the box above first.
withheld-whole = the whole customer
change-from = from
change-to = to
warn-moves-sign-in = The shopper will sign in online with the new email.
warn-raises-consent = This allows marketing emails again.
show-more = Show { $count } more

## How the stores are reached

ways = How Tandem reaches your stores
ways-what = Tandem tries these ways in this order and uses the first one that the store takes.
ways-none = The store was not asked yet.
ways-again = Check again
ways-copy = Copy report
ways-copied = Copied.
ways-copy-yourself = The browser does not copy from here. The report is selected: copy it with the keyboard.
ways-report = The report for whoever helps you. It names no person, no customer, no store and no token.
addresses = The admin of your online store is at another address
addresses-what = A reseller may give it a name of its own. Add that address and leave its page open in a tab: Tandem works through that page. Your browser asks you first.
addresses-label = Address of the admin
addresses-add = Add address
addresses-none = That is no address. It begins with https://.
addresses-remove = Remove { $address }
addresses-in-tab = Open in a tab to add an address
way-session = Your own sign-in
way-session-as-page = Your own sign-in, as the store’s own pages use it
way-relay = An admin page that is open in a tab
way-page-token = The pass that the admin page itself uses
way-token = A token that you paste
standing-untried = Not tried yet.
standing-reads = In use. Whether the store takes changes this way shows with the first one.
standing-works = In use. The store took changes this way.
standing-not-needed = Not needed.
standing-reads-only = The store lets Tandem read this way, and refuses changes.
standing-no-page = No admin page of the store is open in a tab.
standing-no-pass = No pass of the admin page was seen. Open the admin, or load it again.
standing-no-token = No token was pasted.

## Sync runs

sync-run = Sync
purpose-everybody = Sync of all customers
purpose-automatic = Automatic sync
purpose-one = Sync of one customer
purpose-undo-run = Taking back of run { $run }
purpose-undo-entry = Taking back of one change of run { $run }
sync-running = Writing, and reading back what was written…
sync-checking = Checking what was under way…
sync-finished = { $count ->
    [0] Done. Nothing had to be written: everything was so already.
    [one] Done. 1 change was written and read back.
   *[other] Done. { $count } changes were written and read back.
}
sync-finished-with-rest = Done, but for some: { $done } of { $total } are as they should be.
sync-cancelled = Paused. { $done } of { $total } are done; the rest was not sent.
sync-interrupted = The browser ended Tandem in the middle: { $done } of { $total } are known to be done. Going on checks first and writes nothing twice.
sync-paused = Paused: { $done } of { $total } are known to be done.
sync-left = { $pos } calls to POS and { $ecom } to eCom left
sync-left-time = { $pos } calls to POS and { $ecom } to eCom left, { $time }
sync-share = { $used } of { $may } calls to POS used in five minutes. The rest is left to the tills.
sync-pause = Pause
sync-history = Show what was done
sync-cannot-close = It cannot be closed yet: of some changes it is not known whether the store took them. Continue finds that out first, and writes nothing twice.
sync-close-what = { $count ->
    [one] 1 change is not known to be done.
   *[other] { $count } changes are not known to be done.
} If you close, nothing more is sent. Nothing is lost: the next sync looks at both stores anew and offers what is still missing, and the history keeps what was done.
sync-close-yes = Close all the same
sync-close-no = Keep it open
sync-counts = What came of it
sync-total = { $count ->
    [one] 1 change in all
   *[other] { $count } changes in all
}
end-applied = written and read back
end-already = were so already
end-altered = kept differently by the store
end-doubled = there more than once
end-stale = changed meanwhile, not sent
end-rejected = refused
end-unknown = not known
end-waiting = waiting
look-altered = Some values were kept differently by the store: compare them in the history.
look-doubled = The connection broke, and the store has a new customer more than once: open the store and keep one of them.
look-stale = Some customers were edited while the run went on. Nothing was sent for them: read the customers again.
look-rejected = The store refused some changes: the history has its reasons.
look-unknown = Some changes may have been sent, and something else is there now: open these customers in the store.

## Review

review-not-read = Questions are shown here once the customers of both sides were read.
review-to-customers = Show the customers
review-loading = Fetching the question…
review-none = Nothing to decide
review-none-why = No question is left.
review-sync = { $count ->
    [one] Sync 1 customer
   *[other] Sync { $count } customers
}
review-left = { $left } of { $total } left
review-said-answered = Answered. { $left } left.
review-said-later = Put off. { $left } left.
review-said-undone = Taken back. Here is the question again.
review-gone = This question is settled or asks something else now. Nothing was answered here.
review-go-on = Go on
review-said-changed = This customer changed meanwhile. Here is the question as it is now.
ask-group = Which group should this customer be in?
ask-email = Which email is right?
ask-consent = May this person be sent marketing emails?
ask-name = Which name is right?
ask-company = Which company is right?
ask-phone = Which telephone number is right?
ask-address = Which billing address is right?
ask-person = Who is this on the other side?
ask-gone = { $side ->
    [pos] POS no longer has this customer. What should become of the pair?
   *[ecom] eCom no longer has this customer. What should become of the pair?
}
ask-gone-why = It may have been merged with another, or taken away by somebody. Tandem never takes a customer away, and creates none anew by itself.
ask-lacks-group = { $side ->
    [pos] POS lacks the group of this new customer. What should be done?
   *[ecom] eCom lacks the group of this new customer. What should be done?
}
ask-lacks-group-why = Nobody is created into a group that the other side lacks. The title is:
consent-who = It is about this one person.
consent-law = The law expects that you can show the person’s own yes before you send marketing emails, and that a no counts at once, wherever it was said.
side-none = No record here.
side-changed = Changed since both were last the same
side-unchanged = Unchanged since both were last the same
side-never = Never the same so far
side-changed-at = Record last edited { $when }
offers = Your answer
offer-use = { $side ->
    [pos] Use what POS has:
   *[ecom] Use what eCom has:
}
offer-apart = Leave both as they are
offer-link = It is this one:
offer-link-plain = { $side ->
    [pos] It is a certain POS record
   *[ecom] It is a certain eCom record
}
offer-create = Create it on the other side with the next sync
offer-ignore = Leave this customer alone
offer-forget = Forget that the two were one
offer-later = Ask later
offer-use-plain = { $side ->
    [pos] Use what POS has
   *[ecom] Use what eCom has
}
offer-needs-reason = Allows marketing emails: write down how you know that the person said yes.
offer-sign-in = The shopper will sign in online with this email.
reason-label = How do you know that the person said yes?
reason-help = It is kept with the answer and never sent to a store.
reason-missing = Write a reason first.
review-confirm = Confirm
review-pick-first = Choose an answer first.
review-too-soon = This is the next question. Look at it before you answer.
review-bulk = { $count ->
    [one] Answer 1 like this
   *[other] Answer all { $count } like this
}
review-before = Previous question
review-next = Next question
review-undo = Undo the last answer
review-keys = Keys
keys-move = previous and next question
keys-pick = choose an answer
keys-confirm = confirm
keys-later = ask later
keys-undo = undo the last answer
keys-where = They work while the keyboard is in this view, and not while you write a reason.
answers-show = { $count ->
    [0] Show lasting answers
    [one] Show 1 answer that waits for the next sync
   *[other] Show { $count } answers that wait for the next sync
}
answers = Answers given
answers-none = No answer is kept.
answers-hide = Hide the answers
answers-bulk = for many at once
answers-withdraw = Withdraw
answers-withdraw-of = Withdraw the answer about { $who }

## History

history-search = Search the history
history-search-hint = Name, email, or a value
history-none = Nothing was written yet
history-none-why = Every run over customers is listed here, with what it changed.
history-not-found = Nothing in the history has these words.
history-loading = Fetching the history…
history-run = Run { $run }
history-open = Show the changes
history-hide = Hide the changes
history-open-of = Show the changes of run { $run }
history-hide-of = Hide the changes of run { $run }
history-not-closed = Not finished
history-undo-run = Undo this run
history-undo-run-of = Undo this run, number { $run }
history-undo = Undo
history-undo-of = Undo the change of { $who }
history-undo-raises = Undoing this allows marketing emails again.
not-undone-created = A new customer stays: Tandem never takes one away.
not-undone-taken-back = It was taken back already.
not-undone-nothing = There is nothing to take back.
entry-create = { $side ->
    [pos] New in POS
   *[ecom] New online
}
entry-update = { $side ->
    [pos] Changed in POS
   *[ecom] Changed online
}
entry-move = Moved in POS
result-applied = written and read back
result-already = was so already
result-altered = the store kept some of it differently: { $fields }
result-doubled = { $count ->
    [one] the store has it once
   *[other] the store has it { $count } times: keep one of them
}
result-stale = changed meanwhile; nothing was sent
result-rejected = refused
result-unknown = not known: open this customer in the store
result-waiting = waits
history-export = Export as CSV
automatic = Automatic sync
automatic-when = When both stores are looked at
automatic-off = Only when I say so
automatic-off-why = Nothing is read or written by itself.
automatic-visit = At each visit
automatic-visit-why = Whenever somebody opens one of the two admins.
automatic-every = At each visit, and in between
automatic-every-why = Also every few minutes, while one of the two admins is open and somebody is signed in.
automatic-how-often = In between, look every
automatic-grace = Add new customers to POS after
automatic-grace-why = Lightspeed’s own sync may add them too. Waiting lets it go first.
automatic-minutes = { $count ->
    [0] 0 minutes
    [one] 1 minute
   *[other] { $count } minutes
}
automatic-rules = What is clear is written by itself and stands in the history. What needs you waits in Review, and the Tandem button counts it.
automatic-last = Last look: { $when }.
automatic-nothing = There was nothing to write.
automatic-synced = { $count ->
    [one] 1 change was written.
   *[other] { $count } changes were written.
}
automatic-synced-some = { $count } of the changes were written, { $failed } not: they are tried again at the next look.
automatic-needs-person = More would be written than is done without you: look at the preview under Customers.
automatic-keep = Keep them in step
automatic-change = Change
next-unlock = What Tandem keeps of your customers is locked. Enter the passphrase under Customers.
passphrase = Passphrase
passphrase-why = A passphrase keeps what Tandem knows of your customers closed also to somebody who has this computer’s whole browser profile. It is asked for once each time the browser starts.
passphrase-is-set = What is kept on this computer opens only with the passphrase. It is asked for once each time the browser starts; until then nothing is synced by itself.
passphrase-set = Set a passphrase
passphrase-use = Use this passphrase
passphrase-change = Change the passphrase
passphrase-off = Take the passphrase off
passphrase-lock = Lock now
passphrase-word = Passphrase
passphrase-new = New passphrase
passphrase-again = The same again
passphrase-warning = Nobody can tell it to you when it is lost: then what is kept here can only be forgotten, and the customers are read anew. The stores lose nothing.
passphrase-short = Take { $count ->
    [one] one character
   *[other] { $count } characters
} or more; several words are good.
passphrase-differs = The two are not the same.
passphrase-nothing = Nothing is kept, so there is nothing that a passphrase could guard.
unlock-title = Locked
unlock-what = What is kept of your customers on this computer opens with your passphrase.
unlock-button = Unlock
unlock-lost = Passphrase lost? “Forget everything” in Settings starts anew. The stores lose nothing.
keeping = What is kept on this computer
keeping-days = Runs stay in the history for
keeping-days-count = { $count ->
    [one] 1 day
   *[other] { $count } days
}
keeping-readings = Keep what was read on this computer
keeping-readings-why = Otherwise the customers are read anew at each visit.
keeping-honest = What is kept is encrypted. That hides it from searches and backups, and not from somebody who has this computer’s whole browser profile: only a passphrase does that.
nothing = Keep nothing on this computer
nothing-what = What Tandem knows about your customers then goes each time the browser closes or Tandem is updated. Before it, read what that means:
nothing-links = Customers are read anew by a click, and nothing is synced by itself before that. Who has the same email, or was added by Tandem in POS, belongs together again at once.
nothing-runs = What was written can no longer be taken back here. A run that the closing interrupts is not continued: Tandem reads what is there and shows what is left to do.
nothing-answers = Who was left different, linked by hand or left alone is asked about again.
nothing-yes = Keep nothing from now on
nothing-is = Nothing about customers stays on this computer. It goes when the browser closes or Tandem is updated.
nothing-off = Keep it on this computer again
wipe = Forget everything
wipe-what = Tandem then forgets everything about customers on this computer: what was read, who belongs together, the answers, and the history. What was written can no longer be taken back here. The stores keep everything.
wipe-yes = Forget it all
wipe-no = Keep it
language = Language
language-of-panel = Tandem speaks
language-follow = As the admin page

## Customers: status, and why

customer-in-step = in step
customer-will-sync = will sync
customer-waits-for-order = waits for an order
customer-will-be-added = will be added to POS
customer-will-be-created = will be created online
customer-add-by-hand = add by hand
customer-needs-group = group to choose
customer-needs-decision = needs your answer
customer-ambiguous = who is it?
customer-no-email = no email
customer-gone = gone on one side
customer-not-read = not read this time
customer-ignored = left alone
why-in-step = Both stores have this customer, and all that is kept the same is the same.
why-will-sync = Both stores have this customer. The next sync brings these together: { $fields }.
why-groups-differ = Both stores have this customer, and the groups differ. A customer has one group, so you choose which.
why-no-such-group = The customer’s group has no twin on the other side. Copy the group first, then the customer can follow.
why-groups-differ-too = Both stores have this customer, and the groups differ. You choose which, and are also asked about: { $fields }.
why-needs-decision = Both stores have this customer. Only a person can tell what is right here: { $fields }.
why-waits-for-order = Only POS has this customer. It is linked by itself at the first online order or sign-in.
why-add-ordered = Only eCom has this customer, and there is an order. The next sync adds it to POS.
why-add-asked = Only eCom has this customer. Somebody asked for it, so the next sync adds it to POS.
why-create-asked = Only POS has this customer. Somebody asked for it, so the next sync creates it online.
why-add-by-hand = Only eCom has this customer, and there is no order yet. You can add it to POS.
why-may-be-in-pos = POS has somebody whose email may be the same one in another spelling. Look first, so that nobody is there twice.
why-ambiguous = It cannot be told who this is on the other side.
why-no-email = There is no email, so it cannot be told who this is on the other side.
why-email-no-key = The email is a placeholder or no address, so it cannot be told who this is on the other side.
why-gone = Both stores had this customer, and one no longer has it.
why-gone-on = { $side ->
    [pos] Both stores had this customer, and POS no longer has it.
   *[ecom] Both stores had this customer, and eCom no longer has it.
}
why-not-read = One side’s record could not be read this time. Nothing is written until it can.
why-not-read-on = { $side ->
    [pos] The POS record could not be read this time. Nothing is written until it can.
   *[ecom] The eCom record could not be read this time. Nothing is written until it can.
}
why-ignored = Somebody said to leave this customer alone. Nothing is written.

## Customers: reading

read-title = Read the customers
read-what = Tandem reads all customers of both stores and compares them.
read-nothing-written = Nothing is written: you see what would change first.
read-button = Read customers
read-again = Read again
read-at = Last read { $when }
opening = Opening what was read before…
reading = Reading the customers of both stores…
reading-paused = Paused. It goes on where it stopped.
reading-so-far = { $count } read
reading-of = { $count } of { $total } read
reading-calls = { $count ->
    [one] 1 call made
   *[other] { $count } calls made
}
reading-calls-left = { $count ->
    [one] 1 call made
   *[other] { $count } calls made
}, { $left } left
reading-time-left = { $time } left
reading-pause = Pause
reading-continue = Continue
reading-cancel = Cancel
customers-unreadable = { $side ->
    [pos] The POS customers cannot be read.
   *[ecom] The eCom customers cannot be read.
}
bad-customers = { $side ->
    [pos] { $count ->
        [one] One POS customer could not be read and is left out.
       *[other] { $count } POS customers could not be read and are left out.
    }
   *[ecom] { $count ->
        [one] One eCom customer could not be read and is left out.
       *[other] { $count } eCom customers could not be read and are left out.
    }
}
unread-show = Show which
unread-hide = Hide them
unread-loading = Looking them up…
unread-next = Open such a customer in the store, mend what is odd there, save, and read again here. If it stays so, tell us.
unread-record = { $side ->
    [pos] POS record { $id }
   *[ecom] eCom record { $id }
}
unread-record-no-id = { $side ->
    [pos] A POS record
   *[ecom] An eCom record
}
unread-no-id = It has no id that Tandem can read.
unread-unreadable = Something in it is missing, or is of another kind than it should be.
unread-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}

## Customers: the list

customers-counts = Customers in numbers
customers-total = { $count ->
    [one] 1 customer in all
   *[other] { $count } customers in all
}
sync-button = { $count ->
    [one] Sync 1 customer
   *[other] Sync { $count } customers
}
answer-button = { $count ->
    [one] Answer 1 question
   *[other] Answer { $count } questions
}
customers-nothing-to-sync = Nothing to sync: all that Tandem may write is written.
customers-filter = Show customers by status
customers-all = All
customers-search = Search customers
customers-search-hint = Name, email, telephone, group
customers-none = No customer fits. Try other words, or show all.
customers-nobody = Neither store has a customer.
customers-found = { $count ->
    [one] 1 customer shown
   *[other] { $count } customers shown
}
row-no-email = no email
row-groups = { $pos } in POS, { $ecom } online
row-group-unknown = unknown group

## Customers: one

details-one = One customer
details-back = Back to the list
details-loading = Fetching this customer…
details-fields = Both records, field by field
details-field = Field
details-follows = What follows
details-no-record = no record
details-changed = { $side ->
    [pos] POS record last changed { $when }
   *[ecom] eCom record last changed { $when }
}
link-archive = The two records are one person: they were linked before.
link-reference = The two records are one person: one of them names the other.
link-email = The two records are one person: they have the same email, and nobody else has it.
field-same = the same
field-left-different = differs, and was left so
field-copy-filled = { $side ->
    [pos] POS has nothing here: it gets what eCom has
   *[ecom] eCom has nothing here: it gets what POS has
}
field-copy-changed = { $side ->
    [pos] changed in eCom: POS gets it
   *[ecom] changed in POS: eCom gets it
}
field-copy-answered = { $side ->
    [pos] you decided: POS gets what eCom has
   *[ecom] you decided: eCom gets what POS has
}
field-answered = It was answered, and nothing is written.
field-alone = only one record
field-out-of-scope = not kept the same
deeds = What you can do
deed-sync-now = Sync now
deed-review = Answer the questions
deed-add-to-pos = Add to POS
deed-create-online = Create online
deed-do-not-create = Do not create
deed-link = Link with…
deed-unlink = Unlink
deed-ignore = Ignore
deed-heed = Look after again
deed-forget = Forget the pair
unlink-sure = Are these two people? Tandem then keeps the records apart, and both stay as they are.
unlink-yes = Yes, unlink
unlink-no = Keep linked
done-create = Noted. The next sync creates this customer.
done-do-not-create = Noted. This customer is not created.
done-link = Linked.
done-unlink = Unlinked.
done-ignore = Noted. Tandem leaves this customer alone.
done-heed = Noted. Tandem looks after this customer again.
done-forget = Noted. The pair is forgotten.
twins-title = { $side ->
    [pos] Which POS customer is it?
   *[ecom] Which eCom customer is it?
}
twins-search = { $side ->
    [pos] Search POS customers
   *[ecom] Search eCom customers
}
twins-suggested = Suggestions, the likeliest first
twins-found = Found
twins-none-suggested = Tandem has no suggestion. Search by name, email or telephone.
twins-none-found = Nobody fits these words.
twins-missed = The search did not come through.
twins-link = Link with { $who }
twins-cancel = Do not link

## Rehearsal

rehearse-title = Rehearsal
rehearse = Try everything with made-up customers
rehearse-why = Opens two made-up shops in a tab of its own. Everything works there, and nothing is sent anywhere.
rehearse-copy = Try with a copy of my customers
rehearse-copy-why = The copy stays in that tab, on this computer, and is deleted when you leave. Your stores are not touched.
rehearse-copy-guarded = What was read is kept with a passphrase, or not at all. A copy of it would be kept with less, so none is made.
rehearse-copy-many = A copy is not offered for more than { $most } customers.
rehearsal = Rehearsal: made-up shops, nothing is sent anywhere
rehearsal-copy = Rehearsal: a copy of your customers, nothing is sent anywhere
rehearsal-again = Start again
rehearsal-leave = Leave the rehearsal
rehearsal-others = What others do meanwhile
rehearsal-others-why = Have somebody change something, then choose “Check again” to see what Tandem makes of it.
rehearsal-sign-up = A shopper orders for the first time
rehearsal-till-email = A till changes an email
rehearsal-untick = A shopper unticks marketing
rehearsal-done = Done. Choose “Check again” now.
rehearsal-nobody = There is nobody left to do that.
## The first steps, why, and keys

steps = Three steps to begin
step-connect = Connect
step-done = done
whys = What do these mean?
why-will-sync-any = Both stores have this customer, and one side has something newer. The next sync brings the two together.
why-needs-decision-any = Both stores have this customer, and they differ. Only a person can tell what is right.
keys-everywhere = Everywhere
keys-panel = open or put away Tandem in an admin page
keys-on = go to the next control; with Shift, back
keys-press = press the button that has the focus
keys-sheet = show these keys
keys-tabs = previous and next view
keys-rows = up and down the list
keys-open = open the customer
keys-back = back to the list
keys-show = Show all keys

## Charts: the same numbers as text

overlap = Where your customers are
overlap-parts = Customers by store
overlap-hint = Choose one to see who they are.
overlap-only = { $side ->
    [pos] only in POS
   *[ecom] only online
}
overlap-both = in both
overlap-asked = to be asked
overlap-label = Only in POS: { $pos }. In both: { $both }. Only online: { $ecom }. To be asked: { $asked }.
consent-in = { $side ->
    [pos] In POS
   *[ecom] Online
}
consent-both = Those in both
consent-yes = said yes
consent-silent = said nothing
consent-no = said no
consent-alike = the same in both
consent-only-pos = no in POS alone
consent-only-ecom = no online alone
consent-label = { $side ->
    [pos] In POS { $no } said no and { $silent } said nothing. POS does not record a yes, so it has { $yes }.
   *[ecom] Online { $yes } said yes, { $silent } said nothing and { $no } said no.
}
consent-both-label = Of those in both, { $alike } are the same, { $pos } have a no in POS alone and { $ecom } have a no online alone.
course-done = done
course-asked = to look at
course-failed = failed
course-left = left
course-label = Done: { $done }. To look at: { $asked }. Failed: { $failed }. Left: { $left }.
days-today = today
days-label = The last four weeks, a column a day. Changes written: { $written }. To look at: { $problems }.
days-written = { $count ->
    [one] 1 change written in four weeks
   *[other] { $count } changes written in four weeks
}
days-problems = { $count ->
    [one] 1 to look at
   *[other] { $count } to look at
}
days-list = Day by day
days-line = { $when }: written { $written }, to look at { $problems }
