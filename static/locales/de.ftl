## Names

product = Tandem
unofficial = inoffiziell, für Lightspeed Retail POS und eCom
side-name = { $side ->
    [pos] POS
   *[ecom] eCom
}

## Header

check-again = Erneut prüfen
open-tab = In einem Tab öffnen
close-panel = Tandem schließen
no-store-yet = nicht gewählt
pair = Die beiden verwendeten Stores
dismiss = Ausblenden
try-again = Erneut versuchen

## Tabs

tabs = Ansichten
tab-overview = Übersicht
tab-groups = Gruppen
tab-customers = Kunden
tab-review = Fragen
tab-history = Verlauf
tab-settings = Einstellungen

## Choosing the two stores

choose-title = Wählen Sie Ihre beiden Stores
choose-why = Tandem hält diese beiden gleich, und keine anderen. Sie wählen nur einmal.
choose-none = { $side ->
    [pos] Öffnen Sie die POS-Verwaltung in einem Tab und melden Sie sich an. Sie erscheint hier von selbst.
   *[ecom] Öffnen Sie die eCom-Verwaltung in einem Tab und melden Sie sich an. Sie erscheint hier von selbst.
}
choose-use = Diese beiden Stores verwenden
choose-missing = Von jeder Seite wird ein Store gebraucht.
change-stores = Andere Stores verwenden
choose-back = Bisherige Stores behalten

## Connections

connections = Verbindungen
connection-none = Noch kein Store gewählt.
connection-checking = Der Store wird gefragt…
connection-person = Verbunden als { $person }
connection-unnamed = Verbunden
connection-role = ({ $role })
rung-session = mit Ihrer eigenen Anmeldung
rung-token = mit dem Token, das Sie eingefügt haben
rung-relay = über die Verwaltungsseite, die in einem Tab offen ist; lassen Sie sie offen
rung-page-token = mit dem Ausweis, den die Verwaltungsseite selbst verwendet
open-admin = { $side ->
    [pos] POS öffnen
   *[ecom] eCom öffnen
}
sign-in = { $side ->
    [pos] Bei POS anmelden
   *[ecom] Bei eCom anmelden
}
sign-in-back = Öffnet sich in einem neuen Tab und kommt von selbst hierher zurück.
ask-again = Store erneut fragen
allow-access = Zugriff erlauben
allow-in-tab = In einem Tab öffnen, um Zugriff zu erlauben
use-token = Stattdessen ein Token verwenden
token-label = { $side ->
    [pos] Persönliches Token von POS
   *[ecom] Geheimes Token von eCom
}
token-where = { $side ->
    [pos] Der Inhaber erstellt es in POS unter Einrichtung, Persönliche Token.
   *[ecom] Der Inhaber findet es in der eCom-Verwaltung bei einer eigenen App; es beginnt mit „secret_“.
}
token-keep = Auf diesem Computer behalten
token-keep-why = Sonst wird es vergessen, wenn der Browser geschlossen wird.
token-use = Dieses Token verwenden
token-forget = Token vergessen

## Faults: what happened, then what to do

fault-offline = Der Store hat nicht geantwortet.
fault-offline-next = Prüfen Sie die Internetverbindung und dann hier noch einmal.
fault-no-host-access = Der Browser lässt Tandem nicht zum Store.
fault-no-host-access-next = Erlauben Sie den Zugriff auf die Website des Stores.
fault-signed-out = Niemand ist angemeldet.
fault-signed-out-next = Melden Sie sich an, dann macht Tandem weiter.
fault-not-allowed = Ihre Rolle darf das nicht.
fault-not-allowed-next = Bitten Sie jemanden, der Kunden und ihre Gruppen verwalten darf, sich anzumelden.
fault-needs-page = Der Store nimmt Änderungen nur von seinen eigenen Seiten an. Es wurde nichts geschrieben.
fault-needs-page-next = Öffnen Sie seine Verwaltung in einem Tab, lassen Sie ihn offen und machen Sie dann hier weiter: Tandem sendet die Änderungen über diese Seite.
fault-plan-lacks = Der Tarif des Stores enthält keine Kundengruppen.
fault-plan-lacks-next = Bei eCom gehören sie zum Business-Tarif. Wechseln Sie den Tarif und prüfen Sie dann erneut.
fault-plan-lacks-customers = Der Tarif des Stores lässt Tandem nicht an die Kunden, oder der Store ist gesperrt.
fault-plan-lacks-customers-next = Sehen Sie in der Verwaltung des Stores nach Tarif und Rechnungen und versuchen Sie es dann erneut. Was vorher gelesen wurde, bleibt.
fault-rate-limited = Der Store bittet zu warten: zu viele Aufrufe auf einmal.
fault-rate-limited-next = Warten Sie ein paar Minuten und versuchen Sie es dann erneut.
fault-not-found = Es ist nicht mehr da.
fault-not-found-next = Prüfen Sie erneut, um zu sehen, was jetzt da ist.
fault-refused = Der Store hat es abgelehnt.
fault-refused-next = Lesen Sie, was der Store selbst sagt, beheben Sie es dort und versuchen Sie es erneut.
fault-store-failed = Der Store hatte selbst eine Störung.
fault-store-failed-next = Versuchen Sie es erneut. Was schon erledigt ist, geschieht nicht zweimal.
fault-damaged = Der Store hat etwas geantwortet, das Tandem nicht kennt.
fault-damaged-next = Versuchen Sie es erneut. Bleibt es so, hat sich die Verwaltung geändert: Sagen Sie es uns.
fault-wrong-store = Es hat ein anderer Store geantwortet als der, den Sie gewählt haben.
fault-wrong-store-next = Melden Sie sich beim oben genannten Store an und prüfen Sie dann erneut.
fault-stale = Was hier stand, hat sich inzwischen geändert. Es wurde nichts geschrieben.
fault-stale-next = Sehen Sie sich an, was jetzt da ist, und drücken Sie dann noch einmal auf die Schaltfläche.
fault-not-kept = Der Browser hat keinen Platz, um festzuhalten, was Tandem tut.
fault-not-kept-next = Schaffen Sie Platz auf dem Datenträger und versuchen Sie es dann erneut.
fault-kept-damaged = Was Tandem auf diesem Computer behalten hat, ist beschädigt. Es wurde nichts geändert.
fault-kept-damaged-next = Beginnen Sie neu, oder löschen Sie, was behalten wurde: Beide Stores werden dann neu verglichen, und was sich unterscheidet, wird gefragt.
fault-kept-newer = Was auf diesem Computer liegt, hat ein neueres Tandem geschrieben. Es wurde nichts geändert.
fault-kept-newer-next = Aktualisieren Sie Tandem und versuchen Sie es dann erneut.
fault-locked = Was auf diesem Computer behalten wird, ist gesperrt.
fault-locked-next = Geben Sie die Passphrase ein.
fault-wrong-passphrase = Das ist nicht die Passphrase.
fault-wrong-passphrase-next = Versuchen Sie es erneut. Niemand kann sie Ihnen nennen: Ist sie verloren, vergessen Sie alles unter Einstellungen und lesen Sie die Kunden neu.
fault-busy = Tandem arbeitet noch.
fault-busy-next = Warten Sie, bis es fertig ist.
fault-bug = Tandem hat einen Fehler gemacht.
fault-bug-next = Es ging nichts verloren. Prüfen Sie erneut; bleibt es so, sagen Sie es uns.
fault-said = Der Store sagt: { $said }

## Problems between the panel and the background

problem-no-answer = Tandem hat nicht geantwortet.
problem-no-answer-next = Warten Sie einen Moment und versuchen Sie es dann erneut.
problem-gone = Tandem wurde aktualisiert, während diese Seite offen war.
problem-gone-next = Laden Sie diese Seite neu.
broken = Tandem ist durch einen eigenen Fehler stehen geblieben. Was begonnen wurde, geht weiter, und nichts ist verloren.
broken-reload = Tandem neu laden
covered = Etwas liegt über Tandem oder macht es schwer zu sehen. Solange wird von hier nichts geschrieben: Schließen Sie, was darüber liegt, oder öffnen Sie Tandem in einem Tab.
problem-crashed = Tandem musste neu starten.
problem-crashed-next = Es ging nichts verloren. Sehen Sie sich unten den letzten Lauf an.
problem-outside = Kein Store verbunden.
problem-outside-next = Diese Seite funktioniert in der Erweiterung Tandem.

## Next best action

next = Nächster Schritt
next-sign-in = { $side ->
    [pos] Melden Sie sich bei POS an, damit beide Seiten gelesen werden können.
   *[ecom] Melden Sie sich bei eCom an, damit beide Seiten gelesen werden können.
}
next-mend = { $side ->
    [pos] POS steht etwas im Weg. Unten steht, was zu tun ist.
   *[ecom] eCom steht etwas im Weg. Unten steht, was zu tun ist.
}
next-wait = Beide Stores werden gelesen…
next-copy = { $count ->
    [one] Eine Gruppe fehlt auf einer Seite.
   *[other] { $count } Gruppen fehlen auf einer Seite.
}
next-decide = { $count ->
    [one] Ein Gruppenname braucht Ihre Entscheidung.
   *[other] { $count } Gruppennamen brauchen Ihre Entscheidung.
}
next-read = Die Gruppen stimmen überein. Lesen Sie die Kunden beider Stores, um zu sehen, wer abgeglichen ist.
next-reading = Die Kunden beider Stores werden gelesen…
next-go-on = Das Lesen der Kunden wurde angehalten. Machen Sie dort weiter, wo es aufgehört hat.
next-unreadable = Die Kunden konnten nicht gelesen werden. Sehen Sie, warum und was zu tun ist.
next-answer = { $count ->
    [one] Eine Frage zu einem Kunden braucht Ihre Antwort.
   *[other] { $count } Fragen zu Kunden brauchen Ihre Antwort.
}
next-sync = { $count ->
    [one] Ein Kunde kann abgeglichen werden.
   *[other] { $count } Kunden können abgeglichen werden.
}
next-stay = Beide Stores sind abgeglichen. Tandem kann sie von jetzt an so halten.
next-in-step = Beide Stores sind abgeglichen und bleiben es. Es ist nichts zu tun.
next-to-groups = Gruppen anzeigen
next-to-customers = Kunden anzeigen
next-to-review = Fragen beantworten

## Counts

counts = Gruppen in Zahlen
count-total = { $count ->
    [one] 1 Gruppenname insgesamt
   *[other] { $count } Gruppennamen insgesamt
}
status-exact = gleich
status-near = fast gleich
status-only-pos = nur in POS
status-only-ecom = nur in eCom
status-collision = im Konflikt
status-default = Standard
status-exact-why = Beide Seiten haben diesen Titel, Buchstabe für Buchstabe. Aktionen für die Gruppe gelten im Laden und online.
status-near-why = Dieselben Wörter in anderer Schreibweise: Der eigene Abgleich des Geschäfts ordnet sie nicht zu. Verwenden Sie auf beiden Seiten eine der zwei Schreibweisen.
status-only-pos-why = Dieser Titel ist noch nicht online. Legen Sie ihn dort an, und beide Seiten stimmen überein.
status-only-ecom-why = Dieser Titel ist noch nicht in POS. Legen Sie ihn dort an, und beide Seiten stimmen überein.
status-collision-why = Titel einer Seite unterscheiden sich nur in Groß- und Kleinschreibung oder Leerzeichen. Tandem kopiert einen solchen Titel nur, wenn Sie ihn ankreuzen.
status-default-why = Jedes Geschäft hat eine Gruppe für alle anderen. Sie wird nie kopiert.

## Groups

groups-not-read = Die Gruppen beider Seiten stehen hier, sobald beide Stores verbunden sind.
groups-unreadable-side = { $side ->
    [pos] Die Gruppen von POS können nicht gelesen werden.
   *[ecom] Die Gruppen von eCom können nicht gelesen werden.
}
groups-to-overview = Verbindungen anzeigen
groups-bad-records = { $side ->
    [pos] { $count ->
        [one] Eine POS-Gruppe konnte nicht gelesen werden und bleibt außen vor.
       *[other] { $count } POS-Gruppen konnten nicht gelesen werden und bleiben außen vor.
    }
   *[ecom] { $count ->
        [one] Eine eCom-Gruppe konnte nicht gelesen werden und bleibt außen vor.
       *[other] { $count } eCom-Gruppen konnten nicht gelesen werden und bleiben außen vor.
    }
}
nothing-to-set-up = Nichts einzurichten
nothing-to-set-up-why = Jeder Name steht auf beiden Seiten. Es wird nichts geschrieben.
ecom-has-none = Ihr eCom-Store hat keine eigenen Gruppen. Kopieren Sie die Namen von POS dorthin, dann stimmen beide Seiten überein.
copy-title = { $side ->
    [pos] Fehlt in POS
   *[ecom] Fehlt online
}
copy-preview = { $count ->
    [one] Dieser Name wird geschrieben, und sonst nichts:
   *[other] Diese { $count } Namen werden geschrieben, und sonst nichts:
}
copy-button = { $side ->
    [pos] { $count ->
        [one] 1 Gruppe in POS anlegen
       *[other] { $count } Gruppen in POS anlegen
    }
   *[ecom] { $count ->
        [one] 1 Gruppe online anlegen
       *[other] { $count } Gruppen online anlegen
    }
}
copy-public = Käufer können die Namen der Online-Gruppen in ihrem Konto lesen.
copy-asks = Diese unterscheiden sich nur in Großschreibung oder Leerzeichen. Haken Sie an, welche Sie trotzdem wollen:
copy-tick = Diese auch anlegen
copy-none = Noch nichts angehakt.
copy-while-running = Warten Sie, bis der Lauf oben fertig und geschlossen ist.
withheld = Ausgelassen
withheld-same-title = hat auf der eigenen Seite einen Zwilling mit genau demselben Namen
withheld-near = steht auf der anderen Seite in anderer Schreibweise; siehe die Liste unten
withheld-empty = enthält nichts Lesbares
withheld-too-long = ist { $chars } Zeichen lang; höchstens 255 werden kopiert

## Board

board = Gruppen beider Seiten
board-status = Status
board-filter = Anzeigen
board-all = alle
hint = Sieht aus wie
hint-look-alike = Buchstaben eines anderen Alphabets
hint-same-words = gleiche Wörter
hint-few-letters = wenige Buchstaben anders
spelling-pos = Schreibweise von POS online verwenden
spelling-ecom = Online-Schreibweise in POS verwenden
no-group = keine
empty-title = (nichts Lesbares)

## Runs

run = Letzter Lauf
run-running = { $side ->
    [pos] Es wird in POS geschrieben…
   *[ecom] Es wird in eCom geschrieben…
}
run-checking = Jeder Name wird zurückgelesen und verglichen…
run-cancel = Abbrechen
run-finished = { $count ->
    [0] Es wurde nichts geschrieben: Alles war schon da.
    [one] Fertig. 1 Name wurde geschrieben und zurückgelesen, Buchstabe für Buchstabe.
   *[other] Fertig. { $count } Namen wurden geschrieben und zurückgelesen, Buchstabe für Buchstabe.
}
run-finished-with-failures = { $done } von { $total } erledigt. Der Rest steht unten, mit dem Grund.
run-cancelled = Angehalten. { $done } von { $total } waren erledigt; der Rest wurde nicht gesendet.
run-interrupted = Der Browser hat Tandem mittendrin beendet: { $done } von { $total } sind sicher erledigt. Fortsetzen prüft zuerst und legt nichts zweimal an.
run-paused = Pausiert: { $done } von { $total } sind sicher erledigt.
run-continue = Fortsetzen
run-try-again = { $count ->
    [one] 1 erneut versuchen
   *[other] { $count } erneut versuchen
}
run-close = Schließen
item-waiting = wartet
item-created = angelegt
item-renamed = gleich geschrieben
item-already = war schon da
item-stale = inzwischen geändert; es wurde nichts gesendet
item-changed = der Store behält es als
item-doubled = die Verbindung brach ab und der Browser hat es noch einmal gesendet: Der Store hat es jetzt mehr als einmal. Öffnen Sie den Store und behalten Sie eines davon.
item-failed = fehlgeschlagen
run-sum = { $created } geschrieben, { $already } schon da, { $failed } fehlgeschlagen, { $odd ->
    [0] {""}
   *[other] { $odd } anzusehen,{" "}
}{ $waiting } wartend: { $total } insgesamt

## Customers in words: fields, values, what speaks for one person

field-group = Gruppe
field-email = E-Mail
field-consent = Werbe-E-Mails
field-name = Name
field-company = Firma
field-phone = Telefon
field-address = Rechnungsadresse
value-blank = nichts
value-group-gone = eine Gruppe, die nicht in der Liste steht
consent-denied = Keine Werbe-E-Mails
consent-unknown = Hat Werbe-E-Mails nicht abgelehnt; kein Ja festgehalten
consent-granted = Hat Ja zu Werbe-E-Mails gesagt
who-unnamed = Kein Name
evidence-reference = Einer der beiden Datensätze nennt den anderen.
evidence-same-email = Beide haben dieselbe E-Mail.
evidence-email-spelling = Die E-Mails sind gleich, sobald eine seltsame Schreibweise berichtigt ist.
evidence-email-typo = Die E-Mails sind gleich, bis auf einen mutmaßlichen Tippfehler in der Domain.
evidence-email-googlemail = Eine E-Mail ist bei googlemail.com, die andere bei gmail.com.
evidence-email-tag = Die E-Mails sind gleich, bis auf einen Zusatz nach einem Plus.
evidence-email-dots = Die E-Mails sind gleich, bis auf Punkte, die bei Gmail nicht zählen.
evidence-same-phone = Beide haben dieselbe Telefonnummer.
evidence-phone-prefix = Die Telefonnummern sind gleich, bis auf die Vorwahl oder die Durchwahl.
evidence-name-same = Beide haben denselben Namen.
evidence-name-spelling = Die Namen sind gleich, bis auf Großschreibung, Akzente oder Satzzeichen.
evidence-name-order = Die Namen sind gleich, in anderer Reihenfolge.
evidence-name-initials = Die Namen sind gleich, wo einer nur Initialen oder keinen zweiten Vornamen hat.
evidence-name-one-letter = Die Namen unterscheiden sich in einem Buchstaben.
evidence-name-family = Der Nachname ist gleich und der Vorname nicht: höchstwahrscheinlich eine Familie.
evidence-name-other = Die Namen sind verschieden.
evidence-name-unknown = Einer der beiden hat keinen Namen.
evidence-same-address = Beide haben dieselbe Adresse.
evidence-same-postcode = Beide haben dieselbe Postleitzahl.
evidence-same-company = Beide haben dieselbe Firma.
evidence-other-postcode = Die Postleitzahlen sind verschieden.
evidence-other-phone = Die Telefonnummern sind verschieden.
evidence-other-email = Die E-Mails sind verschieden.
evidence-reference-another = Der POS-Datensatz wurde für einen anderen eCom-Kunden angelegt.
likely-very = sehr wahrscheinlich
likely-rather = wahrscheinlich
likely-maybe = möglich
duration-seconds = { $count ->
    [0] sofort
    [one] 1 Sekunde
   *[other] { $count } Sekunden
}
duration-minutes = { $count ->
    [one] etwa eine Minute
   *[other] etwa { $count } Minuten
}
duration-hours = { $count ->
    [one] etwa eine Stunde
   *[other] etwa { $count } Stunden
}

## Questions, and why something is not written

question-never-agreed = Die beiden Seiten unterscheiden sich und waren noch nie gleich.
question-default-named = { $side ->
    [pos] POS hat eine Gruppe für diesen Kunden; eCom hat nur die Standardgruppe.
   *[ecom] eCom hat eine Gruppe für diesen Kunden; POS hat nur die Standardgruppe.
}
question-both-changed = Beide Seiten haben sich geändert, seit sie zuletzt gleich waren, und nicht auf dasselbe.
question-cleared = { $side ->
    [pos] POS hat keinen Wert mehr. Tandem nimmt nichts ungefragt weg.
   *[ecom] eCom hat keinen Wert mehr. Tandem nimmt nichts ungefragt weg.
}
question-no-such-group = { $side ->
    [pos] eCom hat keine Gruppe mit dem Namen der POS-Gruppe.
   *[ecom] POS hat keine Gruppe mit dem Namen der eCom-Gruppe.
}
question-email-taken = Ein anderer Kunde der anderen Seite hat diese E-Mail schon.
question-flip-flop = Jemand setzt den alten Wert jedes Mal zurück, darum hat Tandem aufgehört.
question-consent-never = Die beiden Seiten sagen Verschiedenes über Werbe-E-Mails, und es war nie etwas vereinbart.
question-consent-raised-in-pos = Die Abmeldung wurde in POS entfernt. Das zeigt nicht, dass die Person Ja gesagt hat.
question-consent-forgotten = eCom sagt nichts mehr, wo es vorher Nein sagte.
question-consent-both = Beide Seiten haben geändert, was sie über Werbe-E-Mails sagen.
because-asked = Wartet auf Ihre Antwort. { $question }
because-grace = Ist neu. Wartet bis { $when }, damit der eigene Abgleich von Lightspeed den Kunden zuerst anlegen kann.
because-not-at-hand = Hat sich beim Lesen geändert. Lesen Sie die Kunden noch einmal, damit es geprüft wird.
because-no-counterpart = Der Wert hat auf der anderen Seite keine Entsprechung.
because-read-only = Tandem darf dort nicht schreiben.
ambiguity-shared-email = { $count ->
    [one] Ein Kunde in POS hat diese E-Mail.
   *[other] { $count } Kunden in POS teilen sich diese E-Mail.
}
ambiguity-of-another = Die E-Mail gehört einem Kunden, der schon mit jemand anderem verknüpft ist.
ambiguity-contradiction = Eine Notiz im Datensatz nennt einen Kunden, die E-Mail einen anderen.
ambiguity-said-another = Jemand hat gesagt, dass der Datensatz mit dieser E-Mail eine andere Person ist.
halt-emptied = { $side ->
    [pos] POS hatte { $had } Kunden und zeigt { $has }. Vielleicht ist die Sitzung halb abgemeldet: Sehen Sie zuerst in POS nach.
   *[ecom] eCom hatte { $had } Kunden und zeigt { $has }. Vielleicht ist die Sitzung halb abgemeldet: Sehen Sie zuerst in eCom nach.
}
halt-many-changes = { $side ->
    [pos] { $changes } von { $of } Kunden in POS würden sich ändern. Das ist mehr als üblich.
   *[ecom] { $changes } von { $of } Kunden online würden sich ändern. Das ist mehr als üblich.
}
halt-over-budget = { $side ->
    [pos] Das braucht { $calls } Aufrufe an POS, und { $may } sind frei, ohne die Kassen zu bremsen. Es dauert länger.
   *[ecom] Das braucht { $calls } Aufrufe an eCom, und { $may } sind frei. Es dauert länger.
}

## Preview

preview-everybody = Was geschrieben wird
preview-one = Was für diesen Kunden geschrieben wird
preview-undo-run = Lauf { $run } zurücknehmen
preview-undo-entry = Eine Änderung von Lauf { $run } zurücknehmen
preview-making = Es wird ermittelt, was geschrieben würde…
preview-failed = Die Vorschau konnte nicht erstellt werden. Es wurde nichts geschrieben.
preview-again = Seit der Anzeige hat sich etwas geändert, darum wurde nichts geschrieben. Das ist die Vorschau, wie sie jetzt ist.
preview-total = { $changes ->
    [one] 1 Änderung
   *[other] { $changes } Änderungen
} für { $customers ->
    [one] 1 Kunden
   *[other] { $customers } Kunden
}
preview-cost = { $pos ->
    [one] 1 Aufruf
   *[other] { $pos } Aufrufe
} an POS und { $ecom } an eCom, { $time }.
preview-nothing = Nichts zu schreiben
preview-nothing-why = Beide Seiten haben, was sie haben sollen. Was eine Antwort braucht, steht unten, falls es etwas gibt.
preview-create = { $side ->
    [pos] { $count ->
        [one] 1 neuer Kunde in POS
       *[other] { $count } neue Kunden in POS
    }
   *[ecom] { $count ->
        [one] 1 neuer Kunde online
       *[other] { $count } neue Kunden online
    }
}
preview-update = { $side ->
    [pos] { $count ->
        [one] 1 Änderung in POS
       *[other] { $count } Änderungen in POS
    }
   *[ecom] { $count ->
        [one] 1 Änderung online
       *[other] { $count } Änderungen online
    }
}
preview-move = { $count ->
    [one] 1 Wechsel in eine andere Gruppe in POS
   *[other] { $count } Wechsel in eine andere Gruppe in POS
}
preview-withheld = { $count ->
    [one] 1 Punkt bleibt außen vor
   *[other] { $count } Punkte bleiben außen vor
}
preview-write = { $count ->
    [one] 1 Änderung schreiben
   *[other] { $count } Änderungen schreiben
}
preview-back = Zurück
preview-halts = Sehen Sie sich das zuerst an
preview-looked = Ich habe es mir angesehen
preview-looked-first = Haken Sie zuerst das Kästchen oben an.
withheld-whole = der ganze Kunde
change-from = von
change-to = auf
warn-moves-sign-in = Der Käufer meldet sich online dann mit der neuen E-Mail an.
warn-raises-consent = Das erlaubt wieder Werbe-E-Mails.
show-more = { $count } weitere anzeigen

## How the stores are reached

ways = Wie Tandem Ihre Stores erreicht
ways-what = Tandem versucht diese Wege in dieser Reihenfolge und nutzt den ersten, den der Store annimmt.
ways-none = Der Store wurde noch nicht gefragt.
ways-again = Erneut prüfen
ways-copy = Bericht kopieren
ways-copied = Kopiert.
ways-copy-yourself = Der Browser kopiert von hier nicht. Der Bericht ist markiert: Kopieren Sie ihn mit der Tastatur.
ways-report = Der Bericht für alle, die Ihnen helfen. Er nennt keine Person, keinen Kunden, keinen Store und kein Token.
addresses = Die Verwaltung Ihres Onlineshops hat eine andere Adresse
addresses-what = Ein Wiederverkäufer kann ihr einen eigenen Namen geben. Fügen Sie diese Adresse hinzu und lassen Sie die Seite in einem Tab offen: Tandem arbeitet über diese Seite. Ihr Browser fragt Sie zuerst.
addresses-label = Adresse der Verwaltung
addresses-add = Adresse hinzufügen
addresses-none = Das ist keine Adresse. Sie beginnt mit https://.
addresses-remove = { $address } entfernen
addresses-in-tab = In einem Tab öffnen, um eine Adresse hinzuzufügen
way-session = Ihre eigene Anmeldung
way-session-as-page = Ihre eigene Anmeldung, wie die Seiten des Stores sie verwenden
way-relay = Eine Verwaltungsseite, die in einem Tab offen ist
way-page-token = Der Ausweis, den die Verwaltungsseite selbst verwendet
way-token = Ein Token, das Sie einfügen
standing-untried = Noch nicht versucht.
standing-reads = In Gebrauch. Ob der Store auf diesem Weg Änderungen annimmt, zeigt sich mit der ersten.
standing-works = In Gebrauch. Der Store hat auf diesem Weg Änderungen angenommen.
standing-not-needed = Nicht nötig.
standing-reads-only = Der Store lässt Tandem auf diesem Weg lesen und lehnt Änderungen ab.
standing-no-page = In keinem Tab ist eine Verwaltungsseite des Stores offen.
standing-no-pass = Es wurde kein Ausweis der Verwaltungsseite gesehen. Öffnen Sie die Verwaltung, oder laden Sie sie neu.
standing-no-token = Es wurde kein Token eingefügt.

## Sync runs

sync-run = Abgleich
purpose-everybody = Abgleich aller Kunden
purpose-automatic = Automatischer Abgleich
purpose-one = Abgleich eines Kunden
purpose-undo-run = Rücknahme von Lauf { $run }
purpose-undo-entry = Rücknahme einer Änderung von Lauf { $run }
sync-running = Es wird geschrieben und zurückgelesen…
sync-checking = Es wird geprüft, was unterwegs war…
sync-finished = { $count ->
    [0] Fertig. Es war nichts zu schreiben: Alles war schon so.
    [one] Fertig. 1 Änderung wurde geschrieben und zurückgelesen.
   *[other] Fertig. { $count } Änderungen wurden geschrieben und zurückgelesen.
}
sync-finished-with-rest = Fertig, bis auf einige: { $done } von { $total } sind, wie sie sein sollen.
sync-cancelled = Pausiert. { $done } von { $total } sind erledigt; der Rest wurde nicht gesendet.
sync-interrupted = Der Browser hat Tandem mittendrin beendet: { $done } von { $total } sind sicher erledigt. Fortsetzen prüft zuerst und schreibt nichts zweimal.
sync-paused = Pausiert: { $done } von { $total } sind sicher erledigt.
sync-left = Noch { $pos } Aufrufe an POS und { $ecom } an eCom
sync-left-time = Noch { $pos } Aufrufe an POS und { $ecom } an eCom, { $time }
sync-share = { $used } von { $may } Aufrufen an POS in fünf Minuten genutzt. Der Rest bleibt den Kassen.
sync-pause = Anhalten
sync-history = Anzeigen, was getan wurde
sync-cannot-close = Schließen geht noch nicht: Bei einigen Änderungen ist nicht bekannt, ob der Store sie angenommen hat. Fortsetzen klärt das zuerst und schreibt nichts zweimal.
sync-close-what = { $count ->
    [one] Bei 1 Änderung ist nicht bekannt, ob sie erledigt ist.
   *[other] Bei { $count } Änderungen ist nicht bekannt, ob sie erledigt sind.
} Wenn Sie schließen, wird nichts mehr gesendet. Es geht nichts verloren: Der nächste Abgleich sieht sich beide Stores neu an und bietet an, was noch fehlt, und der Verlauf behält, was getan wurde.
sync-close-yes = Trotzdem schließen
sync-close-no = Offen lassen
sync-counts = Was daraus wurde
sync-total = { $count ->
    [one] 1 Änderung insgesamt
   *[other] { $count } Änderungen insgesamt
}
end-applied = geschrieben und zurückgelesen
end-already = waren schon so
end-altered = vom Store anders gespeichert
end-doubled = mehr als einmal da
end-stale = inzwischen geändert, nicht gesendet
end-rejected = abgelehnt
end-unknown = nicht bekannt
end-waiting = wartend
look-altered = Der Store hat einige Werte anders gespeichert: Vergleichen Sie sie im Verlauf.
look-doubled = Die Verbindung brach ab, und der Store hat einen neuen Kunden mehr als einmal: Öffnen Sie den Store und behalten Sie einen davon.
look-stale = Einige Kunden wurden während des Laufs bearbeitet. Für sie wurde nichts gesendet: Lesen Sie die Kunden noch einmal.
look-rejected = Der Store hat einige Änderungen abgelehnt: Die Gründe stehen im Verlauf.
look-unknown = Einige Änderungen wurden vielleicht gesendet, und jetzt steht dort etwas anderes: Öffnen Sie diese Kunden im Store.

## Review

review-not-read = Fragen stehen hier, sobald die Kunden beider Seiten gelesen sind.
review-to-customers = Kunden anzeigen
review-loading = Die Frage wird geholt…
review-none = Nichts zu entscheiden
review-none-why = Es ist keine Frage mehr offen.
review-sync = { $count ->
    [one] 1 Kunden abgleichen
   *[other] { $count } Kunden abgleichen
}
review-left = Noch { $left } von { $total }
review-said-answered = Beantwortet. Noch { $left }.
review-said-later = Verschoben. Noch { $left }.
review-said-undone = Zurückgenommen. Hier ist die Frage noch einmal.
review-gone = Diese Frage ist erledigt oder fragt jetzt etwas anderes. Hier wurde nichts beantwortet.
review-go-on = Weiter
review-said-changed = Dieser Kunde hat sich inzwischen geändert. Das ist die Frage, wie sie jetzt ist.
ask-group = In welche Gruppe gehört dieser Kunde?
ask-email = Welche E-Mail ist richtig?
ask-consent = Darf diese Person Werbe-E-Mails bekommen?
ask-name = Welcher Name ist richtig?
ask-company = Welche Firma ist richtig?
ask-phone = Welche Telefonnummer ist richtig?
ask-address = Welche Rechnungsadresse ist richtig?
ask-person = Wer ist das auf der anderen Seite?
ask-gone = { $side ->
    [pos] POS hat diesen Kunden nicht mehr. Was soll aus dem Paar werden?
   *[ecom] eCom hat diesen Kunden nicht mehr. Was soll aus dem Paar werden?
}
ask-gone-why = Der Kunde wurde vielleicht mit einem anderen zusammengeführt oder von jemandem entfernt. Tandem entfernt nie einen Kunden und legt von sich aus keinen neu an.
ask-lacks-group = { $side ->
    [pos] POS fehlt die Gruppe dieses neuen Kunden. Was soll geschehen?
   *[ecom] eCom fehlt die Gruppe dieses neuen Kunden. Was soll geschehen?
}
ask-lacks-group-why = Niemand wird in einer Gruppe angelegt, die der anderen Seite fehlt. Der Name ist:
consent-who = Es geht um diese eine Person.
consent-law = Das Gesetz erwartet, dass Sie das eigene Ja der Person zeigen können, bevor Sie Werbe-E-Mails senden, und dass ein Nein sofort gilt, wo immer es gesagt wurde.
side-none = Hier kein Datensatz.
side-changed = Geändert, seit beide zuletzt gleich waren
side-unchanged = Unverändert, seit beide zuletzt gleich waren
side-never = Bisher nie gleich
side-changed-at = Datensatz zuletzt bearbeitet: { $when }
offers = Ihre Antwort
offer-use = { $side ->
    [pos] Nehmen, was POS hat:
   *[ecom] Nehmen, was eCom hat:
}
offer-apart = Beide lassen, wie sie sind
offer-link = Es ist dieser hier:
offer-link-plain = { $side ->
    [pos] Es ist ein bestimmter POS-Datensatz
   *[ecom] Es ist ein bestimmter eCom-Datensatz
}
offer-create = Mit dem nächsten Abgleich auf der anderen Seite anlegen
offer-ignore = Diesen Kunden in Ruhe lassen
offer-forget = Vergessen, dass die beiden eins waren
offer-later = Später fragen
offer-use-plain = { $side ->
    [pos] Nehmen, was POS hat
   *[ecom] Nehmen, was eCom hat
}
offer-needs-reason = Erlaubt Werbe-E-Mails: Schreiben Sie auf, woher Sie wissen, dass die Person Ja gesagt hat.
offer-sign-in = Der Käufer meldet sich online dann mit dieser E-Mail an.
reason-label = Woher wissen Sie, dass die Person Ja gesagt hat?
reason-help = Es wird mit der Antwort behalten und nie an einen Store gesendet.
reason-missing = Schreiben Sie zuerst einen Grund auf.
review-confirm = Bestätigen
review-pick-first = Wählen Sie zuerst eine Antwort.
review-too-soon = Das ist die nächste Frage. Sehen Sie sie an, bevor Sie antworten.
review-bulk = { $count ->
    [one] 1 so beantworten
   *[other] Alle { $count } so beantworten
}
review-before = Vorige Frage
review-next = Nächste Frage
review-undo = Letzte Antwort zurücknehmen
review-keys = Tasten
keys-move = vorige und nächste Frage
keys-pick = eine Antwort wählen
keys-confirm = bestätigen
keys-later = später fragen
keys-undo = letzte Antwort zurücknehmen
keys-where = Sie wirken, solange die Tastatur in dieser Ansicht ist, und nicht, während Sie einen Grund schreiben.
answers-show = { $count ->
    [0] Dauerhafte Antworten anzeigen
    [one] 1 Antwort anzeigen, die auf den nächsten Abgleich wartet
   *[other] { $count } Antworten anzeigen, die auf den nächsten Abgleich warten
}
answers = Gegebene Antworten
answers-none = Es ist keine Antwort gespeichert.
answers-hide = Antworten ausblenden
answers-bulk = für viele auf einmal
answers-withdraw = Zurückziehen
answers-withdraw-of = Zurückziehen: Antwort zu { $who }

## History

history-search = Verlauf durchsuchen
history-search-hint = Name, E-Mail oder ein Wert
history-none = Noch nichts geschrieben
history-none-why = Jeder Lauf über Kunden steht hier, mit dem, was er geändert hat.
history-not-found = Nichts im Verlauf enthält diese Wörter.
history-loading = Der Verlauf wird geholt…
history-run = Lauf { $run }
history-open = Änderungen anzeigen
history-hide = Änderungen ausblenden
history-open-of = Änderungen anzeigen, Lauf { $run }
history-hide-of = Änderungen ausblenden, Lauf { $run }
history-not-closed = Nicht abgeschlossen
history-undo-run = Diesen Lauf rückgängig machen
history-undo-run-of = Diesen Lauf rückgängig machen, Nummer { $run }
history-undo = Rückgängig machen
history-undo-of = Rückgängig machen: Änderung von { $who }
history-undo-raises = Das rückgängig zu machen, erlaubt wieder Werbe-E-Mails.
not-undone-created = Ein neuer Kunde bleibt: Tandem entfernt nie einen.
not-undone-taken-back = Es wurde schon zurückgenommen.
not-undone-nothing = Es gibt nichts zurückzunehmen.
entry-create = { $side ->
    [pos] Neu in POS
   *[ecom] Neu online
}
entry-update = { $side ->
    [pos] Geändert in POS
   *[ecom] Geändert online
}
entry-move = Verschoben in POS
result-applied = geschrieben und zurückgelesen
result-already = war schon so
result-altered = der Store hat einen Teil anders gespeichert: { $fields }
result-doubled = { $count ->
    [one] der Store hat den Kunden einmal
   *[other] der Store hat den Kunden { $count }-mal: Behalten Sie einen davon
}
result-stale = inzwischen geändert; es wurde nichts gesendet
result-rejected = abgelehnt
result-unknown = nicht bekannt: Öffnen Sie diesen Kunden im Store
result-waiting = wartet
history-export = Als CSV exportieren
automatic = Automatischer Abgleich
automatic-when = Wann beide Stores angesehen werden
automatic-off = Nur wenn ich es sage
automatic-off-why = Nichts wird von selbst gelesen oder geschrieben.
automatic-visit = Bei jedem Besuch
automatic-visit-why = Immer wenn jemand eine der beiden Verwaltungen öffnet.
automatic-every = Bei jedem Besuch und dazwischen
automatic-every-why = Auch alle paar Minuten, solange eine der beiden Verwaltungen offen und jemand angemeldet ist.
automatic-how-often = Dazwischen nachsehen alle
automatic-grace = Neue Kunden zu POS hinzufügen nach
automatic-grace-why = Der eigene Abgleich von Lightspeed fügt sie vielleicht auch hinzu. Warten lässt ihm den Vortritt.
automatic-minutes = { $count ->
    [0] 0 Minuten
    [one] 1 Minute
   *[other] { $count } Minuten
}
automatic-rules = Was klar ist, wird von selbst geschrieben und steht im Verlauf. Was Sie braucht, wartet unter Fragen, und die Tandem-Schaltfläche zählt es.
automatic-last = Zuletzt nachgesehen: { $when }.
automatic-nothing = Es war nichts zu schreiben.
automatic-synced = { $count ->
    [one] 1 Änderung wurde geschrieben.
   *[other] { $count } Änderungen wurden geschrieben.
}
automatic-synced-some = { $count } der Änderungen wurden geschrieben, { $failed } nicht: Sie werden beim nächsten Mal erneut versucht.
automatic-needs-person = Es würde mehr geschrieben, als ohne Sie geschieht: Sehen Sie sich die Vorschau unter Kunden an.
automatic-keep = Abgeglichen halten
automatic-change = Ändern
next-unlock = Was Tandem über Ihre Kunden behält, ist gesperrt. Geben Sie die Passphrase unter Kunden ein.
passphrase = Passphrase
passphrase-why = Eine Passphrase hält verschlossen, was Tandem über Ihre Kunden weiß, auch vor jemandem, der das ganze Browserprofil dieses Computers hat. Sie wird bei jedem Start des Browsers einmal verlangt.
passphrase-is-set = Was auf diesem Computer behalten wird, öffnet sich nur mit der Passphrase. Sie wird bei jedem Start des Browsers einmal verlangt; bis dahin wird nichts von selbst abgeglichen.
passphrase-set = Passphrase festlegen
passphrase-use = Diese Passphrase verwenden
passphrase-change = Passphrase ändern
passphrase-off = Passphrase entfernen
passphrase-lock = Jetzt sperren
passphrase-word = Passphrase
passphrase-new = Neue Passphrase
passphrase-again = Noch einmal dieselbe
passphrase-warning = Niemand kann sie Ihnen nennen, wenn sie verloren ist: Was hier behalten wird, kann dann nur vergessen werden, und die Kunden werden neu gelesen. Die Stores verlieren nichts.
passphrase-short = Nehmen Sie mindestens { $count ->
    [one] ein Zeichen
   *[other] { $count } Zeichen
}; mehrere Wörter sind gut.
passphrase-differs = Die beiden sind nicht gleich.
passphrase-nothing = Es wird nichts behalten, also gibt es nichts, was eine Passphrase schützen könnte.
unlock-title = Gesperrt
unlock-what = Was von Ihren Kunden auf diesem Computer behalten wird, öffnet sich mit Ihrer Passphrase.
unlock-button = Entsperren
unlock-lost = Passphrase verloren? „Alles vergessen“ unter Einstellungen beginnt von vorn. Die Stores verlieren nichts.
keeping = Was auf diesem Computer behalten wird
keeping-days = Läufe bleiben im Verlauf für
keeping-days-count = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
}
keeping-readings = Behalten, was auf diesem Computer gelesen wurde
keeping-readings-why = Sonst werden die Kunden bei jedem Besuch neu gelesen.
keeping-honest = Was behalten wird, ist verschlüsselt. Das verbirgt es vor Suchen und Sicherungen, aber nicht vor jemandem, der das ganze Browserprofil dieses Computers hat: Das tut nur eine Passphrase.
nothing = Auf diesem Computer nichts behalten
nothing-what = Was Tandem über Ihre Kunden weiß, verschwindet dann jedes Mal, wenn der Browser geschlossen oder Tandem aktualisiert wird. Lesen Sie vorher, was das bedeutet:
nothing-links = Die Kunden werden mit einem Klick neu gelesen, und vorher wird nichts von selbst abgeglichen. Wer dieselbe E-Mail hat oder von Tandem in POS angelegt wurde, gehört sofort wieder zusammen.
nothing-runs = Was geschrieben wurde, kann hier nicht mehr zurückgenommen werden. Ein Lauf, den das Schließen unterbricht, wird nicht fortgesetzt: Tandem liest, was da ist, und zeigt, was noch zu tun ist.
nothing-answers = Nach allen, die verschieden gelassen, von Hand verknüpft oder in Ruhe gelassen wurden, wird wieder gefragt.
nothing-yes = Ab jetzt nichts behalten
nothing-is = Über Kunden bleibt nichts auf diesem Computer. Es verschwindet, wenn der Browser geschlossen oder Tandem aktualisiert wird.
nothing-off = Wieder auf diesem Computer behalten
wipe = Alles vergessen
wipe-what = Tandem vergisst dann alles über Kunden auf diesem Computer: was gelesen wurde, wer zusammengehört, die Antworten und den Verlauf. Was geschrieben wurde, kann hier nicht mehr zurückgenommen werden. Die Stores behalten alles.
wipe-yes = Ja, alles vergessen
wipe-no = Behalten
language = Sprache (Language)
language-of-panel = Tandem spricht
language-follow = Wie die Verwaltungsseite

## Customers: status, and why

customer-in-step = abgeglichen
customer-will-sync = wird abgeglichen
customer-waits-for-order = wartet auf Bestellung
customer-will-be-added = kommt in POS
customer-will-be-created = kommt online
customer-add-by-hand = von Hand hinzufügen
customer-needs-group = Gruppe zu wählen
customer-needs-decision = braucht Ihre Antwort
customer-ambiguous = wer ist das?
customer-no-email = keine E-Mail
customer-gone = auf einer Seite weg
customer-not-read = nicht gelesen
customer-ignored = in Ruhe gelassen
why-in-step = Beide Stores haben diesen Kunden, und alles, was gleich gehalten wird, ist gleich.
why-will-sync = Beide Stores haben diesen Kunden. Der nächste Abgleich bringt Folgendes zusammen: { $fields }.
why-groups-differ = Beide Stores haben diesen Kunden, und die Gruppen unterscheiden sich. Ein Kunde hat eine Gruppe, also wählen Sie, welche.
why-no-such-group = Die Gruppe des Kunden hat auf der anderen Seite keinen Zwilling. Kopieren Sie zuerst die Gruppe, dann kann der Kunde folgen.
why-groups-differ-too = Beide Stores haben diesen Kunden, und die Gruppen unterscheiden sich. Sie wählen, welche gilt, und werden auch gefragt zu: { $fields }.
why-needs-decision = Beide Stores haben diesen Kunden. Nur ein Mensch kann sagen, was hier richtig ist: { $fields }.
why-waits-for-order = Nur POS hat diesen Kunden. Er wird mit der ersten Online-Bestellung oder Anmeldung von selbst verknüpft.
why-add-ordered = Nur eCom hat diesen Kunden, und es gibt eine Bestellung. Der nächste Abgleich fügt ihn zu POS hinzu.
why-add-asked = Nur eCom hat diesen Kunden. Jemand hat es verlangt, also fügt der nächste Abgleich ihn zu POS hinzu.
why-create-asked = Nur POS hat diesen Kunden. Jemand hat es verlangt, also legt der nächste Abgleich ihn online an.
why-add-by-hand = Nur eCom hat diesen Kunden, und es gibt noch keine Bestellung. Sie können ihn zu POS hinzufügen.
why-may-be-in-pos = POS hat jemanden, dessen E-Mail dieselbe in anderer Schreibweise sein kann. Sehen Sie zuerst nach, damit niemand zweimal da ist.
why-ambiguous = Es lässt sich nicht sagen, wer das auf der anderen Seite ist.
why-no-email = Es gibt keine E-Mail, also lässt sich nicht sagen, wer das auf der anderen Seite ist.
why-email-no-key = Die E-Mail ist ein Platzhalter oder keine Adresse, also lässt sich nicht sagen, wer das auf der anderen Seite ist.
why-gone = Beide Stores hatten diesen Kunden, und einer hat ihn nicht mehr.
why-gone-on = { $side ->
    [pos] Beide Stores hatten diesen Kunden, und POS hat ihn nicht mehr.
   *[ecom] Beide Stores hatten diesen Kunden, und eCom hat ihn nicht mehr.
}
why-not-read = Der Datensatz einer Seite konnte diesmal nicht gelesen werden. Bis das geht, wird nichts geschrieben.
why-not-read-on = { $side ->
    [pos] Der POS-Datensatz konnte diesmal nicht gelesen werden. Bis das geht, wird nichts geschrieben.
   *[ecom] Der eCom-Datensatz konnte diesmal nicht gelesen werden. Bis das geht, wird nichts geschrieben.
}
why-ignored = Jemand hat gesagt, dass dieser Kunde in Ruhe gelassen werden soll. Es wird nichts geschrieben.

## Customers: reading

read-title = Kunden lesen
read-what = Tandem liest alle Kunden beider Stores und vergleicht sie.
read-nothing-written = Es wird nichts geschrieben: Sie sehen zuerst, was sich ändern würde.
read-button = Kunden lesen
read-again = Noch einmal lesen
read-at = Zuletzt gelesen: { $when }
opening = Was früher gelesen wurde, wird geöffnet…
reading = Die Kunden beider Stores werden gelesen…
reading-paused = Angehalten. Es geht dort weiter, wo es aufgehört hat.
reading-so-far = { $count } gelesen
reading-of = { $count } von { $total } gelesen
reading-calls = { $count ->
    [one] 1 Aufruf gemacht
   *[other] { $count } Aufrufe gemacht
}
reading-calls-left = { $count ->
    [one] 1 Aufruf gemacht
   *[other] { $count } Aufrufe gemacht
}, noch { $left }
reading-time-left = noch { $time }
reading-pause = Anhalten
reading-continue = Fortsetzen
reading-cancel = Abbrechen
customers-unreadable = { $side ->
    [pos] Die Kunden von POS können nicht gelesen werden.
   *[ecom] Die Kunden von eCom können nicht gelesen werden.
}
bad-customers = { $side ->
    [pos] { $count ->
        [one] Ein POS-Kunde konnte nicht gelesen werden und bleibt außen vor.
       *[other] { $count } POS-Kunden konnten nicht gelesen werden und bleiben außen vor.
    }
   *[ecom] { $count ->
        [one] Ein eCom-Kunde konnte nicht gelesen werden und bleibt außen vor.
       *[other] { $count } eCom-Kunden konnten nicht gelesen werden und bleiben außen vor.
    }
}
unread-show = Anzeigen, welche
unread-hide = Ausblenden
unread-loading = Sie werden nachgeschlagen…
unread-next = Öffnen Sie einen solchen Kunden im Store, bringen Sie dort in Ordnung, was seltsam ist, speichern Sie und lesen Sie hier noch einmal. Bleibt es so, sagen Sie es uns.
unread-record = { $side ->
    [pos] POS-Datensatz { $id }
   *[ecom] eCom-Datensatz { $id }
}
unread-record-no-id = { $side ->
    [pos] Ein POS-Datensatz
   *[ecom] Ein eCom-Datensatz
}
unread-no-id = Er hat keine ID, die Tandem lesen kann.
unread-unreadable = Etwas darin fehlt oder ist von anderer Art, als es sein sollte.
unread-more = { $count ->
    [one] und 1 weiterer
   *[other] und { $count } weitere
}

## Customers: the list

customers-counts = Kunden in Zahlen
customers-total = { $count ->
    [one] 1 Kunde insgesamt
   *[other] { $count } Kunden insgesamt
}
sync-button = { $count ->
    [one] 1 Kunden abgleichen
   *[other] { $count } Kunden abgleichen
}
answer-button = { $count ->
    [one] 1 Frage beantworten
   *[other] { $count } Fragen beantworten
}
customers-nothing-to-sync = Nichts abzugleichen: Alles, was Tandem schreiben darf, ist geschrieben.
customers-filter = Kunden nach Status anzeigen
customers-all = Alle
customers-search = Kunden suchen
customers-search-hint = Name, E-Mail, Telefon, Gruppe
customers-none = Kein Kunde passt. Versuchen Sie andere Wörter, oder zeigen Sie alle an.
customers-nobody = Keiner der beiden Stores hat einen Kunden.
customers-found = { $count ->
    [one] 1 Kunde angezeigt
   *[other] { $count } Kunden angezeigt
}
row-no-email = keine E-Mail
row-groups = { $pos } in POS, { $ecom } online
row-group-unknown = unbekannte Gruppe

## Customers: one

details-one = Ein Kunde
details-back = Zurück zur Liste
details-loading = Dieser Kunde wird geholt…
details-fields = Beide Datensätze, Feld für Feld
details-field = Feld
details-follows = Was folgt
details-no-record = kein Datensatz
details-changed = { $side ->
    [pos] POS-Datensatz zuletzt geändert: { $when }
   *[ecom] eCom-Datensatz zuletzt geändert: { $when }
}
link-archive = Die beiden Datensätze sind eine Person: Sie waren schon verknüpft.
link-reference = Die beiden Datensätze sind eine Person: Einer von ihnen nennt den anderen.
link-email = Die beiden Datensätze sind eine Person: Sie haben dieselbe E-Mail, und sonst hat sie niemand.
field-same = gleich
field-left-different = verschieden, und so gelassen
field-copy-filled = { $side ->
    [pos] POS hat hier nichts: Es bekommt, was eCom hat
   *[ecom] eCom hat hier nichts: Es bekommt, was POS hat
}
field-copy-changed = { $side ->
    [pos] in eCom geändert: POS bekommt es
   *[ecom] in POS geändert: eCom bekommt es
}
field-copy-answered = { $side ->
    [pos] Sie haben entschieden: POS bekommt, was eCom hat
   *[ecom] Sie haben entschieden: eCom bekommt, was POS hat
}
field-answered = Es wurde beantwortet, und nichts wird geschrieben.
field-alone = nur ein Datensatz
field-out-of-scope = wird nicht gleich gehalten
deeds = Was Sie tun können
deed-sync-now = Jetzt abgleichen
deed-review = Fragen beantworten
deed-add-to-pos = Zu POS hinzufügen
deed-create-online = Online anlegen
deed-do-not-create = Nicht anlegen
deed-link = Verknüpfen mit…
deed-unlink = Trennen
deed-ignore = In Ruhe lassen
deed-heed = Wieder beachten
deed-forget = Paar vergessen
unlink-sure = Sind das zwei Personen? Tandem hält die Datensätze dann auseinander, und beide bleiben, wie sie sind.
unlink-yes = Ja, trennen
unlink-no = Verknüpft lassen
done-create = Notiert. Der nächste Abgleich legt diesen Kunden an.
done-do-not-create = Notiert. Dieser Kunde wird nicht angelegt.
done-link = Verknüpft.
done-unlink = Getrennt.
done-ignore = Notiert. Tandem lässt diesen Kunden in Ruhe.
done-heed = Notiert. Tandem beachtet diesen Kunden wieder.
done-forget = Notiert. Das Paar ist vergessen.
twins-title = { $side ->
    [pos] Welcher POS-Kunde ist es?
   *[ecom] Welcher eCom-Kunde ist es?
}
twins-search = { $side ->
    [pos] POS-Kunden suchen
   *[ecom] eCom-Kunden suchen
}
twins-suggested = Vorschläge, die wahrscheinlichsten zuerst
twins-found = Gefunden
twins-none-suggested = Tandem hat keinen Vorschlag. Suchen Sie nach Name, E-Mail oder Telefon.
twins-none-found = Niemand passt zu diesen Wörtern.
twins-missed = Die Suche hat nicht geklappt.
twins-link = Verknüpfen mit { $who }
twins-cancel = Nicht verknüpfen

## Rehearsal

rehearse-title = Probe
rehearse = Alles mit erfundenen Kunden ausprobieren
rehearse-why = Öffnet zwei erfundene Geschäfte in einem eigenen Tab. Dort funktioniert alles, und nichts wird irgendwohin gesendet.
rehearse-copy = Mit einer Kopie meiner Kunden ausprobieren
rehearse-copy-why = Die Kopie bleibt in diesem Tab auf diesem Computer und wird gelöscht, wenn Sie ihn verlassen. Ihre Geschäfte bleiben unberührt.
rehearse-copy-guarded = Was gelesen wurde, wird mit einer Passphrase aufbewahrt oder gar nicht. Eine Kopie wäre weniger geschützt, deshalb wird keine gemacht.
rehearse-copy-many = Bei mehr als { $most } Kunden wird keine Kopie angeboten.
rehearsal = Probe: erfundene Geschäfte, nichts wird irgendwohin gesendet
rehearsal-copy = Probe: eine Kopie Ihrer Kunden, nichts wird irgendwohin gesendet
rehearsal-again = Von vorn beginnen
rehearsal-leave = Die Probe verlassen
rehearsal-others = Was andere inzwischen tun
rehearsal-others-why = Lassen Sie jemanden etwas ändern und wählen Sie dann „Erneut prüfen“, um zu sehen, was Tandem daraus macht.
rehearsal-sign-up = Eine Kundin bestellt zum ersten Mal
rehearsal-till-email = Eine Kasse ändert eine E-Mail-Adresse
rehearsal-untick = Ein Kunde wählt Werbung ab
rehearsal-done = Erledigt. Wählen Sie jetzt „Erneut prüfen“.
rehearsal-nobody = Dafür ist niemand mehr da.
## The first steps, why, and keys

steps = Drei Schritte für den Anfang
step-connect = Verbinden
step-done = erledigt
whys = Was bedeutet das?
why-will-sync-any = Beide Geschäfte haben diesen Kunden, und eine Seite hat etwas Neueres. Der nächste Abgleich bringt beide zusammen.
why-needs-decision-any = Beide Geschäfte haben diesen Kunden, und sie unterscheiden sich. Nur ein Mensch kann sagen, was richtig ist.
keys-everywhere = Überall
keys-panel = Tandem auf einer Admin-Seite öffnen oder weglegen
keys-on = zum nächsten Element; mit Umschalt zurück
keys-press = die Schaltfläche mit dem Fokus drücken
keys-sheet = diese Tasten zeigen
keys-tabs = vorherige und nächste Ansicht
keys-rows = in der Liste auf und ab
keys-open = den Kunden öffnen
keys-back = zurück zur Liste
keys-show = Alle Tasten zeigen

## Charts: the same numbers as text

overlap = Wo Ihre Kunden sind
overlap-parts = Kunden nach Store
overlap-hint = Wählen Sie einen Teil, um zu sehen, wer das ist.
overlap-only = { $side ->
    [pos] nur in POS
   *[ecom] nur online
}
overlap-both = in beiden
overlap-asked = zu entscheiden
overlap-label = Nur in POS: { $pos }. In beiden: { $both }. Nur online: { $ecom }. Zu entscheiden: { $asked }.
consent-in = { $side ->
    [pos] In POS
   *[ecom] Onlineshop
}
consent-both = Wer in beiden ist
consent-yes = haben Ja gesagt
consent-silent = haben nichts gesagt
consent-no = haben Nein gesagt
consent-alike = in beiden gleich
consent-only-pos = nur in POS Nein
consent-only-ecom = nur online Nein
consent-label = { $side ->
    [pos] In POS haben { $no } Nein und { $silent } nichts gesagt. Ein Ja hält POS nicht fest, es hat also { $yes }.
   *[ecom] Online haben { $yes } Ja, { $silent } nichts und { $no } Nein gesagt.
}
consent-both-label = Von denen, die in beiden sind, sind { $alike } gleich, { $pos } haben nur in POS ein Nein und { $ecom } nur online.
course-done = erledigt
course-asked = anzusehen
course-failed = fehlgeschlagen
course-left = übrig
course-label = Erledigt: { $done }. Anzusehen: { $asked }. Fehlgeschlagen: { $failed }. Übrig: { $left }.
days-today = heute
days-label = Die letzten vier Wochen, eine Säule je Tag. Geschriebene Änderungen: { $written }. Anzusehen: { $problems }.
days-written = { $count ->
    [one] 1 Änderung in vier Wochen geschrieben
   *[other] { $count } Änderungen in vier Wochen geschrieben
}
days-problems = { $count ->
    [one] 1 anzusehen
   *[other] { $count } anzusehen
}
days-list = Tag für Tag
days-line = { $when }: geschrieben { $written }, anzusehen { $problems }
