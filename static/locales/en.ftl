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
fault-not-allowed-next = Ask someone who may manage customer groups to sign in.
fault-plan-lacks = The store's plan has no customer groups.
fault-plan-lacks-next = On eCom they come with the Business plan. Change the plan, then check again.
fault-rate-limited = The store asks to wait: too many calls at once.
fault-rate-limited-next = Wait a few minutes, then try again.
fault-not-found = It is no longer there.
fault-not-found-next = Check again to see the groups as they are now.
fault-refused = The store refused it.
fault-refused-next = Look at the store's own words, mend it there, then try again.
fault-store-failed = The store had a failure of its own.
fault-store-failed-next = Try again. What was done already is not done twice.
fault-damaged = The store answered something that Tandem does not know.
fault-damaged-next = Try again. If it stays so, the admin has changed: tell us.
fault-wrong-store = Another store answered than the one you chose.
fault-wrong-store-next = Sign in to the store named above, then check again.
fault-stale = The groups changed since they were shown here.
fault-stale-next = Look at the new list, then press the button again.
fault-not-kept = The browser has no room to write down what Tandem does.
fault-not-kept-next = Make room on the disk, then try again.
fault-kept-damaged = What Tandem kept on this computer is damaged. Nothing was changed.
fault-kept-damaged-next = Start again, or wipe what is kept: both stores are then compared anew, and whatever differs is asked.
fault-kept-newer = What is kept on this computer was written by a newer Tandem. Nothing was changed.
fault-kept-newer-next = Update Tandem, then try again.
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
next-nothing = Every group is the same on both sides. Nothing to do.
next-to-groups = Show the groups

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
status-exact-why = Same title, letter for letter.
status-near-why = Same words in another spelling: the store's own sync does not match them.
status-only-pos-why = Not online yet.
status-only-ecom-why = Not in POS yet.
status-collision-why = Titles of one side that differ only by case or blanks.
status-default-why = Every store has one; it is never copied.

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
run-progress = { $done } of { $total }
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
