## Names

product = Tandem
unofficial = niet officieel, voor Lightspeed Retail POS en eCom
side-name = { $side ->
    [pos] POS
   *[ecom] eCom
}

## Header

check-again = Opnieuw controleren
open-tab = Openen in een tabblad
close-panel = Tandem sluiten
no-store-yet = niet gekozen
pair = De twee winkels in gebruik
dismiss = Sluiten
try-again = Opnieuw proberen

## Tabs

tabs = Weergaven
tab-overview = Overzicht
tab-groups = Groepen
tab-customers = Klanten
tab-review = Vragen
tab-history = Historie
tab-settings = Instellingen

## Choosing the two stores

choose-title = Kies uw twee winkels
choose-why = Tandem houdt deze twee gelijk, en geen andere. U kiest één keer.
choose-none = { $side ->
    [pos] Open het beheer van POS in een tabblad en meld u aan. Het verschijnt hier vanzelf.
   *[ecom] Open het beheer van eCom in een tabblad en meld u aan. Het verschijnt hier vanzelf.
}
choose-use = Deze twee winkels gebruiken
choose-missing = Van elke kant is één winkel nodig.
change-stores = Andere winkels gebruiken
choose-back = De huidige winkels houden

## Connections

connections = Verbindingen
connection-none = Nog geen winkel gekozen.
connection-checking = De winkel wordt gevraagd…
connection-person = Verbonden als { $person }
connection-unnamed = Verbonden
connection-role = ({ $role })
rung-session = met uw eigen aanmelding
rung-token = met het token dat u hebt geplakt
rung-relay = via de beheerpagina die in een tabblad open is; laat die open
rung-page-token = met de pas die de beheerpagina zelf gebruikt
open-admin = { $side ->
    [pos] POS openen
   *[ecom] eCom openen
}
sign-in = { $side ->
    [pos] Aanmelden bij POS
   *[ecom] Aanmelden bij eCom
}
sign-in-back = Opent in een nieuw tabblad en komt vanzelf hier terug.
ask-again = Winkel opnieuw vragen
allow-access = Toegang geven
allow-in-tab = Openen in een tabblad om toegang te geven
use-token = Liever een token gebruiken
token-label = { $side ->
    [pos] Persoonlijk token van POS
   *[ecom] Geheim token van eCom
}
token-where = { $side ->
    [pos] De eigenaar maakt het in POS aan onder Instellingen, Persoonlijke tokens.
   *[ecom] De eigenaar vindt het in het beheer van eCom, bij een eigen app; het begint met ‘secret_’.
}
token-keep = Op deze computer bewaren
token-keep-why = Anders wordt het vergeten als de browser sluit.
token-use = Dit token gebruiken
token-forget = Token vergeten

## Faults: what happened, then what to do

fault-offline = De winkel gaf geen antwoord.
fault-offline-next = Controleer de internetverbinding en controleer daarna hier opnieuw.
fault-no-host-access = De browser laat Tandem niet bij de winkel.
fault-no-host-access-next = Geef toegang tot de site van de winkel.
fault-signed-out = Er is niemand aangemeld.
fault-signed-out-next = Meld u aan, dan gaat Tandem verder.
fault-not-allowed = Uw rol mag dit niet.
fault-not-allowed-next = Vraag iemand die klanten en hun groepen mag beheren om zich aan te melden.
fault-needs-page = De winkel neemt alleen wijzigingen aan van zijn eigen pagina’s. Er is niets geschreven.
fault-needs-page-next = Open het beheer ervan in een tabblad, laat het open en ga hier verder: Tandem verstuurt de wijzigingen via die pagina.
fault-plan-lacks = Het abonnement van de winkel heeft geen klantgroepen.
fault-plan-lacks-next = Bij eCom horen ze bij het Business-abonnement. Wijzig het abonnement en controleer daarna opnieuw.
fault-plan-lacks-customers = Het abonnement van de winkel laat Tandem niet bij de klanten, of de winkel is geblokkeerd.
fault-plan-lacks-customers-next = Bekijk het abonnement en de facturen in het beheer van de winkel en probeer het daarna opnieuw. Wat eerder is gelezen, blijft.
fault-rate-limited = De winkel vraagt om te wachten: te veel aanvragen tegelijk.
fault-rate-limited-next = Wacht een paar minuten en probeer het dan opnieuw.
fault-not-found = Het is er niet meer.
fault-not-found-next = Controleer opnieuw om te zien wat er nu is.
fault-refused = De winkel heeft het geweigerd.
fault-refused-next = Lees wat de winkel zelf zegt, herstel het daar en probeer het opnieuw.
fault-store-failed = De winkel had zelf een storing.
fault-store-failed-next = Probeer het opnieuw. Wat al gedaan is, gebeurt niet twee keer.
fault-damaged = De winkel antwoordde iets wat Tandem niet kent.
fault-damaged-next = Probeer het opnieuw. Blijft het zo, dan is het beheer veranderd: laat het ons weten.
fault-wrong-store = Er antwoordde een andere winkel dan u hebt gekozen.
fault-wrong-store-next = Meld u aan bij de winkel die hierboven staat en controleer daarna opnieuw.
fault-stale = Wat hier stond, is intussen veranderd. Er is niets geschreven.
fault-stale-next = Bekijk wat er nu staat en klik dan opnieuw op de knop.
fault-not-kept = De browser heeft geen ruimte om vast te leggen wat Tandem doet.
fault-not-kept-next = Maak ruimte vrij op de schijf en probeer het opnieuw.
fault-kept-damaged = Wat Tandem op deze computer heeft bewaard, is beschadigd. Er is niets gewijzigd.
fault-kept-damaged-next = Begin opnieuw, of wis wat bewaard is: beide winkels worden dan opnieuw vergeleken, en wat verschilt, wordt gevraagd.
fault-kept-newer = Wat op deze computer is bewaard, is geschreven door een nieuwere Tandem. Er is niets gewijzigd.
fault-kept-newer-next = Werk Tandem bij en probeer het opnieuw.
fault-locked = Wat op deze computer is bewaard, is vergrendeld.
fault-locked-next = Voer de wachtzin in.
fault-wrong-passphrase = Dat is niet de wachtzin.
fault-wrong-passphrase-next = Probeer het opnieuw. Niemand kan hem u vertellen: is hij kwijt, vergeet dan alles onder Instellingen en lees de klanten opnieuw.
fault-busy = Tandem is nog bezig.
fault-busy-next = Wacht tot het klaar is.
fault-bug = Tandem heeft een fout gemaakt.
fault-bug-next = Er is niets verloren. Controleer opnieuw; blijft het zo, laat het ons weten.
fault-said = De winkel zegt: { $said }

## Problems between the panel and the background

problem-no-answer = Tandem gaf geen antwoord.
problem-no-answer-next = Wacht even en probeer het dan opnieuw.
problem-gone = Tandem is bijgewerkt terwijl deze pagina open was.
problem-gone-next = Laad deze pagina opnieuw.
broken = Tandem is gestopt door een eigen fout. Wat begonnen was, gaat door, en er is niets verloren.
broken-reload = Tandem opnieuw laden
covered = Er ligt iets over Tandem, of het is slecht te zien. Intussen wordt er van hieruit niets geschreven: sluit wat erover ligt, of open Tandem in een tabblad.
problem-crashed = Tandem moest opnieuw starten.
problem-crashed-next = Er is niets verloren. Bekijk de laatste uitvoering hieronder.
problem-outside = Geen winkel verbonden.
problem-outside-next = Deze pagina werkt binnen de Tandem-extensie.

## Next best action

next = Volgende stap
next-sign-in = { $side ->
    [pos] Meld u aan bij POS, zodat beide kanten gelezen kunnen worden.
   *[ecom] Meld u aan bij eCom, zodat beide kanten gelezen kunnen worden.
}
next-mend = { $side ->
    [pos] Er staat iets in de weg bij POS. Zie hieronder wat u kunt doen.
   *[ecom] Er staat iets in de weg bij eCom. Zie hieronder wat u kunt doen.
}
next-wait = Beide winkels worden gelezen…
next-copy = { $count ->
    [one] Er ontbreekt één groep aan één kant.
   *[other] Er ontbreken { $count } groepen aan één kant.
}
next-decide = { $count ->
    [one] Over één groepsnaam moet u beslissen.
   *[other] Over { $count } groepsnamen moet u beslissen.
}
next-read = De groepen komen overeen. Lees de klanten van beide winkels om te zien wie gelijk is.
next-reading = De klanten van beide winkels worden gelezen…
next-go-on = Het lezen van de klanten is gestopt. Ga verder waar het stopte.
next-unreadable = De klanten konden niet gelezen worden. Zie waarom, en wat u kunt doen.
next-answer = { $count ->
    [one] Eén vraag over een klant wacht op uw antwoord.
   *[other] { $count } vragen over klanten wachten op uw antwoord.
}
next-sync = { $count ->
    [one] Eén klant kan gelijk worden gemaakt.
   *[other] { $count } klanten kunnen gelijk worden gemaakt.
}
next-stay = Beide winkels zijn gelijk. Tandem kan ze voortaan zo houden.
next-in-step = Beide winkels zijn gelijk en blijven dat. Er is niets te doen.
next-to-groups = De groepen tonen
next-to-customers = De klanten tonen
next-to-review = De vragen beantwoorden

## Counts

counts = Groepen in cijfers
count-total = { $count ->
    [one] 1 groepsnaam in totaal
   *[other] { $count } groepsnamen in totaal
}
status-exact = gelijk
status-near = bijna gelijk
status-only-pos = alleen in POS
status-only-ecom = alleen in eCom
status-collision = botsen
status-default = standaard
status-exact-why = Beide kanten hebben deze titel, letter voor letter. Acties voor de groep werken in de winkel en online.
status-near-why = Dezelfde woorden, anders gespeld: de eigen synchronisatie van de winkel koppelt ze niet. Gebruik aan beide kanten één van de twee spellingen.
status-only-pos-why = Deze titel staat nog niet online. Maak hem daar aan, en beide kanten zijn gelijk.
status-only-ecom-why = Deze titel staat nog niet in POS. Maak hem daar aan, en beide kanten zijn gelijk.
status-collision-why = Titels van één kant verschillen alleen in hoofdletters of spaties. Tandem kopieert zo’n titel alleen als u hem aanvinkt.
status-default-why = Elke winkel heeft één groep voor alle anderen. Die wordt nooit gekopieerd.

## Groups

groups-not-read = De groepen van beide kanten staan hier zodra beide winkels verbonden zijn.
groups-unreadable-side = { $side ->
    [pos] De groepen van POS kunnen niet gelezen worden.
   *[ecom] De groepen van eCom kunnen niet gelezen worden.
}
groups-to-overview = De verbindingen tonen
groups-bad-records = { $side ->
    [pos] { $count ->
        [one] Eén groep van POS kon niet gelezen worden en is overgeslagen.
       *[other] { $count } groepen van POS konden niet gelezen worden en zijn overgeslagen.
    }
   *[ecom] { $count ->
        [one] Eén groep van eCom kon niet gelezen worden en is overgeslagen.
       *[other] { $count } groepen van eCom konden niet gelezen worden en zijn overgeslagen.
    }
}
nothing-to-set-up = Niets in te stellen
nothing-to-set-up-why = Elke naam staat aan beide kanten. Er wordt niets geschreven.
ecom-has-none = Uw eCom-winkel heeft geen eigen groepen. Kopieer de namen van POS ernaartoe, dan komen beide kanten overeen.
copy-title = { $side ->
    [pos] Ontbreekt in POS
   *[ecom] Ontbreekt online
}
copy-preview = { $count ->
    [one] Deze naam wordt geschreven, en verder niets:
   *[other] Deze { $count } namen worden geschreven, en verder niets:
}
copy-button = { $side ->
    [pos] { $count ->
        [one] 1 groep in POS aanmaken
       *[other] { $count } groepen in POS aanmaken
    }
   *[ecom] { $count ->
        [one] 1 groep online aanmaken
       *[other] { $count } groepen online aanmaken
    }
}
copy-public = Klanten kunnen de namen van online groepen in hun account lezen.
copy-asks = Deze verschillen alleen in hoofdletters of spaties. Vink aan welke u toch wilt:
copy-tick = Deze ook aanmaken
copy-none = Er is nog niets aangevinkt.
copy-while-running = Wacht tot de uitvoering hierboven klaar en gesloten is.
withheld = Overgeslagen
withheld-same-title = heeft een dubbelganger met precies dezelfde naam aan de eigen kant
withheld-near = staat aan de andere kant in een andere spelling; zie de lijst hieronder
withheld-empty = bevat niets leesbaars
withheld-too-long = is { $chars } tekens lang; er worden er hoogstens 255 gekopieerd

## Board

board = Groepen van beide kanten
board-status = Status
board-filter = Tonen
board-all = alle
hint = Lijkt op
hint-look-alike = letters uit een ander alfabet
hint-same-words = dezelfde woorden
hint-few-letters = enkele letters verschillen
spelling-pos = Spelling van POS online gebruiken
spelling-ecom = Spelling van online in POS gebruiken
no-group = geen
empty-title = (niets leesbaars)

## Runs

run = Laatste uitvoering
run-running = { $side ->
    [pos] Bezig met schrijven naar POS…
   *[ecom] Bezig met schrijven naar eCom…
}
run-checking = Elke naam wordt teruggelezen en vergeleken…
run-cancel = Annuleren
run-finished = { $count ->
    [0] Er is niets geschreven: alles was er al.
    [one] Klaar. 1 naam is geschreven en teruggelezen, letter voor letter.
   *[other] Klaar. { $count } namen zijn geschreven en teruggelezen, letter voor letter.
}
run-finished-with-failures = { $done } van { $total } gedaan. De rest staat hieronder, met de reden.
run-cancelled = Gestopt. { $done } van { $total } waren gedaan; de rest is niet verzonden.
run-interrupted = De browser heeft Tandem halverwege beëindigd: van { $done } van de { $total } is zeker dat ze gedaan zijn. Doorgaan controleert eerst en maakt niets twee keer aan.
run-paused = Gepauzeerd: van { $done } van de { $total } is zeker dat ze gedaan zijn.
run-continue = Doorgaan
run-try-again = { $count ->
    [one] 1 opnieuw proberen
   *[other] { $count } opnieuw proberen
}
run-close = Sluiten
item-waiting = wacht
item-created = aangemaakt
item-renamed = gelijk gespeld
item-already = was er al
item-stale = intussen veranderd; er is niets verzonden
item-changed = de winkel bewaart het als
item-doubled = de verbinding viel weg en de browser heeft het opnieuw verzonden: de winkel heeft het nu meer dan één keer. Open de winkel en houd er één.
item-failed = mislukt
run-sum = { $created } geschreven, { $already } waren er al, { $failed } mislukt, { $odd ->
    [0] {""}
   *[other] { $odd } om te bekijken,{" "}
}{ $waiting } in de wacht: { $total } in totaal

## Customers in words: fields, values, what speaks for one person

field-group = Groep
field-email = E-mailadres
field-consent = Marketingmails
field-name = Naam
field-company = Bedrijf
field-phone = Telefoon
field-address = Factuuradres
value-blank = niets
value-group-gone = een groep die niet in de lijst staat
consent-denied = Geen marketingmails
consent-unknown = Heeft marketingmails niet geweigerd; geen toestemming vastgelegd
consent-granted = Heeft ja gezegd tegen marketingmails
who-unnamed = Geen naam
evidence-reference = Een van de twee records verwijst naar het andere.
evidence-same-email = Beide hebben hetzelfde e-mailadres.
evidence-email-spelling = De e-mailadressen zijn gelijk zodra een vreemde spelling is rechtgezet.
evidence-email-typo = De e-mailadressen zijn gelijk, op wat een tikfout in het domein lijkt na.
evidence-email-googlemail = Het ene e-mailadres is van googlemail.com, het andere van gmail.com.
evidence-email-tag = De e-mailadressen zijn gelijk, op een toevoeging na een plusteken na.
evidence-email-dots = De e-mailadressen zijn gelijk, op punten na, die bij Gmail niet tellen.
evidence-same-phone = Beide hebben hetzelfde telefoonnummer.
evidence-phone-prefix = De telefoonnummers zijn gelijk, op het landnummer of het toestelnummer na.
evidence-name-same = Beide hebben dezelfde naam.
evidence-name-spelling = De namen zijn gelijk, op hoofdletters, accenten of leestekens na.
evidence-name-order = De namen zijn gelijk, in een andere volgorde.
evidence-name-initials = De namen zijn gelijk, maar één heeft voorletters of geen tweede voornaam.
evidence-name-one-letter = De namen verschillen één letter.
evidence-name-family = De achternaam is gelijk en de voornaam niet: waarschijnlijk één gezin.
evidence-name-other = De namen verschillen.
evidence-name-unknown = Een van de twee heeft geen naam.
evidence-same-address = Beide hebben hetzelfde adres.
evidence-same-postcode = Beide hebben dezelfde postcode.
evidence-same-company = Beide hebben hetzelfde bedrijf.
evidence-other-postcode = De postcodes verschillen.
evidence-other-phone = De telefoonnummers verschillen.
evidence-other-email = De e-mailadressen verschillen.
evidence-reference-another = Het record van POS is voor een andere klant van eCom gemaakt.
likely-very = zeer waarschijnlijk
likely-rather = waarschijnlijk
likely-maybe = mogelijk
duration-seconds = { $count ->
    [0] meteen
    [one] 1 seconde
   *[other] { $count } seconden
}
duration-minutes = { $count ->
    [one] ongeveer een minuut
   *[other] ongeveer { $count } minuten
}
duration-hours = { $count ->
    [one] ongeveer een uur
   *[other] ongeveer { $count } uur
}

## Questions, and why something is not written

question-never-agreed = De twee kanten verschillen en zijn nooit gelijk geweest.
question-default-named = { $side ->
    [pos] POS heeft een groep voor deze klant; eCom heeft alleen de standaardgroep.
   *[ecom] eCom heeft een groep voor deze klant; POS heeft alleen de standaardgroep.
}
question-both-changed = Beide kanten zijn veranderd sinds ze gelijk waren, en niet op dezelfde manier.
question-cleared = { $side ->
    [pos] POS heeft geen waarde meer. Tandem haalt niets ongevraagd weg.
   *[ecom] eCom heeft geen waarde meer. Tandem haalt niets ongevraagd weg.
}
question-no-such-group = { $side ->
    [pos] eCom heeft geen groep met de naam van de groep in POS.
   *[ecom] POS heeft geen groep met de naam van de groep in eCom.
}
question-email-taken = Een andere klant aan de andere kant heeft dat e-mailadres al.
question-flip-flop = Iemand zet de oude waarde telkens terug; daarom is Tandem gestopt.
question-consent-never = De twee kanten zeggen iets anders over marketingmails, en er is nooit iets afgesproken.
question-consent-raised-in-pos = De afmelding is in POS weggehaald. Daaruit blijkt niet dat de persoon ja heeft gezegd.
question-consent-forgotten = eCom zegt niets meer waar het eerst nee zei.
question-consent-both = Beide kanten hebben veranderd wat ze over marketingmails zeggen.
because-asked = Wacht op uw antwoord. { $question }
because-grace = Is nieuw. Wacht tot { $when }, zodat de eigen synchronisatie van Lightspeed de klant eerst kan aanmaken.
because-not-at-hand = Is tijdens het lezen veranderd. Lees de klanten opnieuw om ernaar te laten kijken.
because-no-counterpart = De waarde heeft geen tegenhanger aan de andere kant.
because-read-only = Tandem mag daar niet schrijven.
ambiguity-shared-email = { $count ->
    [one] Eén klant in POS heeft dit e-mailadres.
   *[other] { $count } klanten in POS delen dit e-mailadres.
}
ambiguity-of-another = Het e-mailadres is van een klant die al aan iemand anders gekoppeld is.
ambiguity-contradiction = Een notitie in het record wijst naar de ene klant, het e-mailadres naar een andere.
ambiguity-said-another = Iemand heeft gezegd dat het record met dit e-mailadres een ander is.
halt-emptied = { $side ->
    [pos] POS had { $had } klanten en toont er { $has }. Misschien is de sessie half afgemeld: kijk eerst in POS.
   *[ecom] eCom had { $had } klanten en toont er { $has }. Misschien is de sessie half afgemeld: kijk eerst in eCom.
}
halt-many-changes = { $side ->
    [pos] { $changes } van { $of } klanten in POS zouden veranderen. Dat is meer dan gewoonlijk.
   *[ecom] { $changes } van { $of } klanten online zouden veranderen. Dat is meer dan gewoonlijk.
}
halt-over-budget = { $side ->
    [pos] Dit vraagt { $calls } aanvragen bij POS, en er zijn er { $may } vrij zonder de kassa’s te vertragen. Het duurt langer.
   *[ecom] Dit vraagt { $calls } aanvragen bij eCom, en er zijn er { $may } vrij. Het duurt langer.
}

## Preview

preview-everybody = Wat wordt geschreven
preview-one = Wat voor deze klant wordt geschreven
preview-undo-run = Uitvoering { $run } terugdraaien
preview-undo-entry = Eén wijziging van uitvoering { $run } terugdraaien
preview-making = Er wordt bekeken wat geschreven zou worden…
preview-failed = Het voorbeeld kon niet gemaakt worden. Er is niets geschreven.
preview-again = Er is iets veranderd sinds dit getoond werd, dus er is niets geschreven. Dit is het voorbeeld zoals het nu is.
preview-total = { $changes ->
    [one] 1 wijziging
   *[other] { $changes } wijzigingen
} voor { $customers ->
    [one] 1 klant
   *[other] { $customers } klanten
}
preview-cost = { $pos ->
    [one] 1 aanvraag
   *[other] { $pos } aanvragen
} bij POS en { $ecom } bij eCom, { $time }.
preview-nothing = Niets te schrijven
preview-nothing-why = Beide kanten hebben wat ze moeten hebben. Wat een antwoord nodig heeft, staat hieronder, als er iets is.
preview-create = { $side ->
    [pos] { $count ->
        [one] 1 nieuwe klant in POS
       *[other] { $count } nieuwe klanten in POS
    }
   *[ecom] { $count ->
        [one] 1 nieuwe klant online
       *[other] { $count } nieuwe klanten online
    }
}
preview-update = { $side ->
    [pos] { $count ->
        [one] 1 wijziging in POS
       *[other] { $count } wijzigingen in POS
    }
   *[ecom] { $count ->
        [one] 1 wijziging online
       *[other] { $count } wijzigingen online
    }
}
preview-move = { $count ->
    [one] 1 verplaatsing naar een andere groep in POS
   *[other] { $count } verplaatsingen naar een andere groep in POS
}
preview-withheld = { $count ->
    [one] 1 ding is overgeslagen
   *[other] { $count } dingen zijn overgeslagen
}
preview-write = { $count ->
    [one] 1 wijziging schrijven
   *[other] { $count } wijzigingen schrijven
}
preview-back = Terug
preview-halts = Bekijk dit eerst
preview-looked = Ik heb het bekeken
preview-looked-first = Vink eerst het vakje hierboven aan.
withheld-whole = de hele klant
change-from = van
change-to = naar
warn-moves-sign-in = De klant meldt zich online voortaan aan met het nieuwe e-mailadres.
warn-raises-consent = Hiermee worden marketingmails weer toegestaan.
show-more = Nog { $count } tonen

## How the stores are reached

ways = Hoe Tandem uw winkels bereikt
ways-what = Tandem probeert deze wegen in deze volgorde en gebruikt de eerste die de winkel aanneemt.
ways-none = De winkel is nog niet gevraagd.
ways-again = Opnieuw controleren
ways-copy = Rapport kopiëren
ways-copied = Gekopieerd.
ways-copy-yourself = De browser kopieert hier niet. Het rapport is geselecteerd: kopieer het met het toetsenbord.
ways-report = Het rapport voor wie u helpt. Er staat geen persoon, geen klant, geen winkel en geen token in.
addresses = Het beheer van uw webwinkel staat op een ander adres
addresses-what = Een wederverkoper kan het een eigen naam geven. Voeg dat adres toe en laat die pagina open in een tabblad: Tandem werkt via die pagina. Uw browser vraagt het u eerst.
addresses-label = Adres van het beheer
addresses-add = Adres toevoegen
addresses-none = Dat is geen adres. Het begint met https://.
addresses-remove = { $address } verwijderen
addresses-in-tab = Openen in een tabblad om een adres toe te voegen
way-session = Uw eigen aanmelding
way-session-as-page = Uw eigen aanmelding, zoals de pagina’s van de winkel die gebruiken
way-relay = Een beheerpagina die in een tabblad open is
way-page-token = De pas die de beheerpagina zelf gebruikt
way-token = Een token dat u plakt
standing-untried = Nog niet geprobeerd.
standing-reads = In gebruik. Of de winkel zo wijzigingen aanneemt, blijkt bij de eerste.
standing-works = In gebruik. De winkel heeft zo wijzigingen aangenomen.
standing-not-needed = Niet nodig.
standing-reads-only = De winkel laat Tandem zo lezen en weigert wijzigingen.
standing-no-page = Er is geen beheerpagina van de winkel open in een tabblad.
standing-no-pass = Er is geen pas van de beheerpagina gezien. Open het beheer, of laad het opnieuw.
standing-no-token = Er is geen token geplakt.

## Sync runs

sync-run = Synchronisatie
purpose-everybody = Synchronisatie van alle klanten
purpose-automatic = Automatische synchronisatie
purpose-one = Synchronisatie van één klant
purpose-undo-run = Uitvoering { $run } teruggedraaid
purpose-undo-entry = Eén wijziging van uitvoering { $run } teruggedraaid
sync-running = Er wordt geschreven en teruggelezen…
sync-checking = Er wordt gecontroleerd wat onderweg was…
sync-finished = { $count ->
    [0] Klaar. Er hoefde niets geschreven te worden: alles was al zo.
    [one] Klaar. 1 wijziging is geschreven en teruggelezen.
   *[other] Klaar. { $count } wijzigingen zijn geschreven en teruggelezen.
}
sync-finished-with-rest = Klaar, op enkele na: { $done } van { $total } zijn zoals het hoort.
sync-cancelled = Gepauzeerd. { $done } van { $total } zijn gedaan; de rest is niet verzonden.
sync-interrupted = De browser heeft Tandem halverwege beëindigd: van { $done } van de { $total } is zeker dat ze gedaan zijn. Doorgaan controleert eerst en schrijft niets twee keer.
sync-paused = Gepauzeerd: van { $done } van de { $total } is zeker dat ze gedaan zijn.
sync-left = Nog { $pos } aanvragen bij POS en { $ecom } bij eCom
sync-left-time = Nog { $pos } aanvragen bij POS en { $ecom } bij eCom, { $time }
sync-share = { $used } van { $may } aanvragen bij POS gebruikt in vijf minuten. De rest is voor de kassa’s.
sync-pause = Pauzeren
sync-history = Tonen wat er is gedaan
sync-cannot-close = Sluiten kan nog niet: van sommige wijzigingen is niet bekend of de winkel ze heeft aangenomen. Doorgaan zoekt dat eerst uit en schrijft niets twee keer.
sync-close-what = { $count ->
    [one] Van 1 wijziging is niet bekend of ze gedaan is.
   *[other] Van { $count } wijzigingen is niet bekend of ze gedaan zijn.
} Als u sluit, wordt er niets meer verzonden. Er gaat niets verloren: de volgende synchronisatie bekijkt beide winkels opnieuw en stelt voor wat nog ontbreekt, en de historie bewaart wat er is gedaan.
sync-close-yes = Toch sluiten
sync-close-no = Open houden
sync-counts = Wat eruit kwam
sync-total = { $count ->
    [one] 1 wijziging in totaal
   *[other] { $count } wijzigingen in totaal
}
end-applied = geschreven en teruggelezen
end-already = waren al zo
end-altered = anders bewaard door de winkel
end-doubled = meer dan één keer aanwezig
end-stale = intussen veranderd, niet verzonden
end-rejected = geweigerd
end-unknown = niet bekend
end-waiting = in de wacht
look-altered = De winkel heeft sommige waarden anders bewaard: vergelijk ze in de historie.
look-doubled = De verbinding viel weg, en de winkel heeft een nieuwe klant meer dan één keer: open de winkel en houd er één.
look-stale = Sommige klanten zijn tijdens de uitvoering bewerkt. Voor hen is niets verzonden: lees de klanten opnieuw.
look-rejected = De winkel heeft sommige wijzigingen geweigerd: de redenen staan in de historie.
look-unknown = Sommige wijzigingen zijn misschien verzonden, en er staat nu iets anders: open deze klanten in de winkel.

## Review

review-not-read = Vragen staan hier zodra de klanten van beide kanten gelezen zijn.
review-to-customers = De klanten tonen
review-loading = De vraag wordt opgehaald…
review-none = Niets te beslissen
review-none-why = Er zijn geen vragen meer.
review-sync = { $count ->
    [one] 1 klant synchroniseren
   *[other] { $count } klanten synchroniseren
}
review-left = Nog { $left } van { $total }
review-said-answered = Beantwoord. Nog { $left }.
review-said-later = Uitgesteld. Nog { $left }.
review-said-undone = Teruggenomen. Hier is de vraag opnieuw.
review-gone = Deze vraag is afgehandeld of vraagt nu iets anders. Hier is niets beantwoord.
review-go-on = Verder
review-said-changed = Deze klant is intussen veranderd. Dit is de vraag zoals ze nu is.
ask-group = In welke groep hoort deze klant?
ask-email = Welk e-mailadres is juist?
ask-consent = Mag deze persoon marketingmails krijgen?
ask-name = Welke naam is juist?
ask-company = Welk bedrijf is juist?
ask-phone = Welk telefoonnummer is juist?
ask-address = Welk factuuradres is juist?
ask-person = Wie is dit aan de andere kant?
ask-gone = { $side ->
    [pos] POS heeft deze klant niet meer. Wat moet er met het paar gebeuren?
   *[ecom] eCom heeft deze klant niet meer. Wat moet er met het paar gebeuren?
}
ask-gone-why = De klant is misschien samengevoegd met een ander, of door iemand verwijderd. Tandem verwijdert nooit een klant en maakt er uit zichzelf geen opnieuw aan.
ask-lacks-group = { $side ->
    [pos] POS mist de groep van deze nieuwe klant. Wat moet er gebeuren?
   *[ecom] eCom mist de groep van deze nieuwe klant. Wat moet er gebeuren?
}
ask-lacks-group-why = Niemand wordt aangemaakt in een groep die de andere kant niet heeft. De naam is:
consent-who = Het gaat om deze ene persoon.
consent-law = De wet verwacht dat u de eigen toestemming van de persoon kunt tonen voordat u marketingmails stuurt, en dat een nee meteen geldt, waar het ook is gezegd.
side-none = Hier geen record.
side-changed = Veranderd sinds beide gelijk waren
side-unchanged = Onveranderd sinds beide gelijk waren
side-never = Tot nu toe nooit gelijk
side-changed-at = Record laatst bewerkt op { $when }
offers = Uw antwoord
offer-use = { $side ->
    [pos] Gebruik wat POS heeft:
   *[ecom] Gebruik wat eCom heeft:
}
offer-apart = Laat beide zoals ze zijn
offer-link = Het is deze:
offer-link-plain = { $side ->
    [pos] Het is een bepaald record van POS
   *[ecom] Het is een bepaald record van eCom
}
offer-create = Maak de klant bij de volgende synchronisatie aan de andere kant aan
offer-ignore = Laat deze klant met rust
offer-forget = Vergeet dat de twee één waren
offer-later = Vraag het later
offer-use-plain = { $side ->
    [pos] Gebruik wat POS heeft
   *[ecom] Gebruik wat eCom heeft
}
offer-needs-reason = Staat marketingmails toe: schrijf op hoe u weet dat de persoon ja heeft gezegd.
offer-sign-in = De klant meldt zich online voortaan aan met dit e-mailadres.
reason-label = Hoe weet u dat de persoon ja heeft gezegd?
reason-help = Het wordt bij het antwoord bewaard en nooit naar een winkel verzonden.
reason-missing = Schrijf eerst een reden op.
review-confirm = Bevestigen
review-pick-first = Kies eerst een antwoord.
review-too-soon = Dit is de volgende vraag. Bekijk die voordat u antwoordt.
review-bulk = { $count ->
    [one] 1 zo beantwoorden
   *[other] Alle { $count } zo beantwoorden
}
review-before = Vorige vraag
review-next = Volgende vraag
review-undo = Laatste antwoord ongedaan maken
review-keys = Toetsen
keys-move = vorige en volgende vraag
keys-pick = een antwoord kiezen
keys-confirm = bevestigen
keys-later = later vragen
keys-undo = het laatste antwoord ongedaan maken
keys-where = Ze werken zolang het toetsenbord in deze weergave is, en niet terwijl u een reden schrijft.
answers-show = { $count ->
    [0] Blijvende antwoorden tonen
    [one] 1 antwoord tonen dat op de volgende synchronisatie wacht
   *[other] { $count } antwoorden tonen die op de volgende synchronisatie wachten
}
answers = Gegeven antwoorden
answers-none = Er is geen antwoord bewaard.
answers-hide = De antwoorden verbergen
answers-bulk = voor vele tegelijk
answers-withdraw = Intrekken
answers-withdraw-of = Intrekken: het antwoord over { $who }

## History

history-search = In de historie zoeken
history-search-hint = Naam, e-mailadres of een waarde
history-none = Er is nog niets geschreven
history-none-why = Elke uitvoering over klanten staat hier, met wat ze heeft veranderd.
history-not-found = Niets in de historie bevat deze woorden.
history-loading = De historie wordt opgehaald…
history-run = Uitvoering { $run }
history-open = De wijzigingen tonen
history-hide = De wijzigingen verbergen
history-open-of = De wijzigingen tonen, uitvoering { $run }
history-hide-of = De wijzigingen verbergen, uitvoering { $run }
history-not-closed = Niet afgerond
history-undo-run = Deze uitvoering terugdraaien
history-undo-run-of = Deze uitvoering terugdraaien, nummer { $run }
history-undo = Terugdraaien
history-undo-of = Terugdraaien: de wijziging van { $who }
history-undo-raises = Dit terugdraaien staat marketingmails weer toe.
not-undone-created = Een nieuwe klant blijft: Tandem verwijdert er nooit een.
not-undone-taken-back = Het is al teruggedraaid.
not-undone-nothing = Er is niets terug te draaien.
entry-create = { $side ->
    [pos] Nieuw in POS
   *[ecom] Nieuw online
}
entry-update = { $side ->
    [pos] Gewijzigd in POS
   *[ecom] Gewijzigd online
}
entry-move = Verplaatst in POS
result-applied = geschreven en teruggelezen
result-already = was al zo
result-altered = de winkel heeft een deel anders bewaard: { $fields }
result-doubled = { $count ->
    [one] de winkel heeft de klant één keer
   *[other] de winkel heeft de klant { $count } keer: houd er één
}
result-stale = intussen veranderd; er is niets verzonden
result-rejected = geweigerd
result-unknown = niet bekend: open deze klant in de winkel
result-waiting = wacht
history-export = Exporteren als CSV
automatic = Automatische synchronisatie
automatic-when = Wanneer beide winkels worden bekeken
automatic-off = Alleen als ik het zeg
automatic-off-why = Niets wordt vanzelf gelezen of geschreven.
automatic-visit = Bij elk bezoek
automatic-visit-why = Telkens als iemand het beheer van een van de twee opent.
automatic-every = Bij elk bezoek, en tussendoor
automatic-every-why = Ook om de paar minuten, zolang het beheer van een van de twee open is en er iemand is aangemeld.
automatic-how-often = Tussendoor kijken om de
automatic-grace = Nieuwe klanten aan POS toevoegen na
automatic-grace-why = De eigen synchronisatie van Lightspeed kan ze ook toevoegen. Door te wachten gaat die voor.
automatic-minutes = { $count ->
    [0] 0 minuten
    [one] 1 minuut
   *[other] { $count } minuten
}
automatic-rules = Wat duidelijk is, wordt vanzelf geschreven en staat in de historie. Wat u nodig heeft, wacht onder Vragen, en de Tandem-knop telt het.
automatic-last = Laatst bekeken: { $when }.
automatic-nothing = Er was niets te schrijven.
automatic-synced = { $count ->
    [one] 1 wijziging is geschreven.
   *[other] { $count } wijzigingen zijn geschreven.
}
automatic-synced-some = { $count } van de wijzigingen zijn geschreven, { $failed } niet: die worden de volgende keer opnieuw geprobeerd.
automatic-needs-person = Er zou meer geschreven worden dan zonder u gebeurt: bekijk het voorbeeld onder Klanten.
automatic-keep = Gelijk houden
automatic-change = Wijzigen
next-unlock = Wat Tandem van uw klanten bewaart, is vergrendeld. Voer de wachtzin in onder Klanten.
passphrase = Wachtzin
passphrase-why = Een wachtzin houdt wat Tandem van uw klanten weet ook gesloten voor iemand die het hele browserprofiel van deze computer heeft. Hij wordt eenmaal gevraagd, telkens als de browser start.
passphrase-is-set = Wat op deze computer is bewaard, gaat alleen open met de wachtzin. Die wordt eenmaal gevraagd, telkens als de browser start; tot dan wordt er niets vanzelf gesynchroniseerd.
passphrase-set = Wachtzin instellen
passphrase-use = Deze wachtzin gebruiken
passphrase-change = Wachtzin wijzigen
passphrase-off = Wachtzin weghalen
passphrase-lock = Nu vergrendelen
passphrase-word = Wachtzin
passphrase-new = Nieuwe wachtzin
passphrase-again = Nogmaals dezelfde
passphrase-warning = Niemand kan hem u vertellen als hij kwijt is: wat hier is bewaard, kan dan alleen vergeten worden, en de klanten worden opnieuw gelezen. De winkels verliezen niets.
passphrase-short = Neem minstens { $count ->
    [one] één teken
   *[other] { $count } tekens
}; meerdere woorden zijn goed.
passphrase-differs = De twee zijn niet gelijk.
passphrase-nothing = Er wordt niets bewaard, dus er is niets dat een wachtzin zou kunnen beschermen.
unlock-title = Vergrendeld
unlock-what = Wat van uw klanten op deze computer is bewaard, gaat open met uw wachtzin.
unlock-button = Ontgrendelen
unlock-lost = Wachtzin kwijt? ‘Alles vergeten’ onder Instellingen begint opnieuw. De winkels verliezen niets.
keeping = Wat op deze computer wordt bewaard
keeping-days = Uitvoeringen blijven in de historie gedurende
keeping-days-count = { $count ->
    [one] 1 dag
   *[other] { $count } dagen
}
keeping-readings = Bewaren wat op deze computer is gelezen
keeping-readings-why = Anders worden de klanten bij elk bezoek opnieuw gelezen.
keeping-honest = Wat wordt bewaard, is versleuteld. Dat verbergt het voor zoekopdrachten en back-ups, maar niet voor iemand die het hele browserprofiel van deze computer heeft: dat doet alleen een wachtzin.
nothing = Niets op deze computer bewaren
nothing-what = Wat Tandem van uw klanten weet, verdwijnt dan telkens als de browser sluit of Tandem wordt bijgewerkt. Lees eerst wat dat betekent:
nothing-links = De klanten worden met één klik opnieuw gelezen, en daarvoor wordt niets vanzelf gesynchroniseerd. Wie hetzelfde e-mailadres heeft of door Tandem in POS is toegevoegd, hoort meteen weer bij elkaar.
nothing-runs = Wat is geschreven, kan hier niet meer worden teruggedraaid. Een uitvoering die door het sluiten wordt onderbroken, gaat niet verder: Tandem leest wat er is en laat zien wat nog te doen is.
nothing-answers = Over wie verschillend is gelaten, met de hand is gekoppeld of met rust is gelaten, wordt opnieuw gevraagd.
nothing-yes = Vanaf nu niets bewaren
nothing-is = Over klanten blijft niets op deze computer. Het verdwijnt als de browser sluit of Tandem wordt bijgewerkt.
nothing-off = Weer op deze computer bewaren
wipe = Alles vergeten
wipe-what = Tandem vergeet dan alles over klanten op deze computer: wat is gelezen, wie bij wie hoort, de antwoorden en de historie. Wat is geschreven, kan hier niet meer worden teruggedraaid. De winkels houden alles.
wipe-yes = Ja, alles vergeten
wipe-no = Bewaren
language = Taal (Language)
language-of-panel = Tandem spreekt
language-follow = Zoals de beheerpagina

## Customers: status, and why

customer-in-step = gelijk
customer-will-sync = wordt gelijk gemaakt
customer-waits-for-order = wacht op bestelling
customer-will-be-added = komt in POS
customer-will-be-created = komt online
customer-add-by-hand = zelf toevoegen
customer-needs-group = groep te kiezen
customer-needs-decision = wacht op u
customer-ambiguous = wie is dit?
customer-no-email = geen e-mailadres
customer-gone = weg aan één kant
customer-not-read = nu niet gelezen
customer-ignored = met rust gelaten
why-in-step = Beide winkels hebben deze klant, en alles wat gelijk moet zijn, is gelijk.
why-will-sync = Beide winkels hebben deze klant. De volgende synchronisatie maakt dit gelijk: { $fields }.
why-groups-differ = Beide winkels hebben deze klant, en de groepen verschillen. Een klant heeft één groep, dus u kiest welke.
why-no-such-group = De groep van de klant heeft geen tegenhanger aan de andere kant. Kopieer eerst de groep, daarna kan de klant volgen.
why-groups-differ-too = Beide winkels hebben deze klant, en de groepen verschillen. U kiest welke, en wordt ook gevraagd naar: { $fields }.
why-needs-decision = Beide winkels hebben deze klant. Alleen een mens kan zeggen wat hier juist is: { $fields }.
why-waits-for-order = Alleen POS heeft deze klant. Bij de eerste bestelling of aanmelding online wordt de klant vanzelf gekoppeld.
why-add-ordered = Alleen eCom heeft deze klant, en er is een bestelling. De volgende synchronisatie voegt de klant toe aan POS.
why-add-asked = Alleen eCom heeft deze klant. Iemand heeft erom gevraagd, dus de volgende synchronisatie voegt de klant toe aan POS.
why-create-asked = Alleen POS heeft deze klant. Iemand heeft erom gevraagd, dus de volgende synchronisatie maakt de klant online aan.
why-add-by-hand = Alleen eCom heeft deze klant, en er is nog geen bestelling. U kunt de klant aan POS toevoegen.
why-may-be-in-pos = POS heeft iemand van wie het e-mailadres misschien hetzelfde is in een andere spelling. Kijk eerst, zodat niemand er twee keer in staat.
why-ambiguous = Het is niet te zeggen wie dit aan de andere kant is.
why-no-email = Er is geen e-mailadres, dus het is niet te zeggen wie dit aan de andere kant is.
why-email-no-key = Het e-mailadres is een plaatsvervanger of geen adres, dus het is niet te zeggen wie dit aan de andere kant is.
why-gone = Beide winkels hadden deze klant, en één heeft hem niet meer.
why-gone-on = { $side ->
    [pos] Beide winkels hadden deze klant, en POS heeft hem niet meer.
   *[ecom] Beide winkels hadden deze klant, en eCom heeft hem niet meer.
}
why-not-read = Het record van één kant kon deze keer niet gelezen worden. Tot dat lukt, wordt er niets geschreven.
why-not-read-on = { $side ->
    [pos] Het record van POS kon deze keer niet gelezen worden. Tot dat lukt, wordt er niets geschreven.
   *[ecom] Het record van eCom kon deze keer niet gelezen worden. Tot dat lukt, wordt er niets geschreven.
}
why-ignored = Iemand heeft gezegd deze klant met rust te laten. Er wordt niets geschreven.

## Customers: reading

read-title = De klanten lezen
read-what = Tandem leest alle klanten van beide winkels en vergelijkt ze.
read-nothing-written = Er wordt niets geschreven: u ziet eerst wat er zou veranderen.
read-button = Klanten lezen
read-again = Opnieuw lezen
read-at = Laatst gelezen op { $when }
opening = Wat eerder is gelezen, wordt geopend…
reading = De klanten van beide winkels worden gelezen…
reading-paused = Gepauzeerd. Het gaat verder waar het stopte.
reading-so-far = { $count } gelezen
reading-of = { $count } van { $total } gelezen
reading-calls = { $count ->
    [one] 1 aanvraag gedaan
   *[other] { $count } aanvragen gedaan
}
reading-calls-left = { $count ->
    [one] 1 aanvraag gedaan
   *[other] { $count } aanvragen gedaan
}, nog { $left }
reading-time-left = nog { $time }
reading-pause = Pauzeren
reading-continue = Doorgaan
reading-cancel = Annuleren
customers-unreadable = { $side ->
    [pos] De klanten van POS kunnen niet gelezen worden.
   *[ecom] De klanten van eCom kunnen niet gelezen worden.
}
bad-customers = { $side ->
    [pos] { $count ->
        [one] Eén klant van POS kon niet gelezen worden en is overgeslagen.
       *[other] { $count } klanten van POS konden niet gelezen worden en zijn overgeslagen.
    }
   *[ecom] { $count ->
        [one] Eén klant van eCom kon niet gelezen worden en is overgeslagen.
       *[other] { $count } klanten van eCom konden niet gelezen worden en zijn overgeslagen.
    }
}
unread-show = Tonen welke
unread-hide = Verbergen
unread-loading = Ze worden opgezocht…
unread-next = Open zo’n klant in de winkel, herstel daar wat vreemd is, sla op en lees hier opnieuw. Blijft het zo, laat het ons weten.
unread-record = { $side ->
    [pos] Record van POS { $id }
   *[ecom] Record van eCom { $id }
}
unread-record-no-id = { $side ->
    [pos] Een record van POS
   *[ecom] Een record van eCom
}
unread-no-id = Het heeft geen id dat Tandem kan lezen.
unread-unreadable = Er ontbreekt iets in, of het is van een andere soort dan het hoort.
unread-more = { $count ->
    [one] en nog 1
   *[other] en nog { $count }
}

## Customers: the list

customers-counts = Klanten in cijfers
customers-total = { $count ->
    [one] 1 klant in totaal
   *[other] { $count } klanten in totaal
}
sync-button = { $count ->
    [one] 1 klant synchroniseren
   *[other] { $count } klanten synchroniseren
}
answer-button = { $count ->
    [one] 1 vraag beantwoorden
   *[other] { $count } vragen beantwoorden
}
customers-nothing-to-sync = Niets te synchroniseren: alles wat Tandem mag schrijven, is geschreven.
customers-filter = Klanten per status tonen
customers-all = Alle
customers-search = Klanten zoeken
customers-search-hint = Naam, e-mail, telefoon, groep
customers-none = Geen klant past hierbij. Probeer andere woorden, of toon ze allemaal.
customers-nobody = Geen van beide winkels heeft klanten.
customers-found = { $count ->
    [one] 1 klant getoond
   *[other] { $count } klanten getoond
}
row-no-email = geen e-mailadres
row-groups = { $pos } in POS, { $ecom } online
row-group-unknown = onbekende groep

## Customers: one

details-one = Eén klant
details-back = Terug naar de lijst
details-loading = Deze klant wordt opgehaald…
details-fields = Beide records, veld voor veld
details-field = Veld
details-follows = Wat volgt
details-no-record = geen record
details-changed = { $side ->
    [pos] Record van POS laatst gewijzigd op { $when }
   *[ecom] Record van eCom laatst gewijzigd op { $when }
}
link-archive = De twee records zijn één persoon: ze waren al gekoppeld.
link-reference = De twee records zijn één persoon: een ervan verwijst naar het andere.
link-email = De twee records zijn één persoon: ze hebben hetzelfde e-mailadres, en verder heeft niemand dat.
field-same = gelijk
field-left-different = verschilt, en is zo gelaten
field-copy-filled = { $side ->
    [pos] POS heeft hier niets: het krijgt wat eCom heeft
   *[ecom] eCom heeft hier niets: het krijgt wat POS heeft
}
field-copy-changed = { $side ->
    [pos] gewijzigd in eCom: POS krijgt het
   *[ecom] gewijzigd in POS: eCom krijgt het
}
field-copy-answered = { $side ->
    [pos] u hebt beslist: POS krijgt wat eCom heeft
   *[ecom] u hebt beslist: eCom krijgt wat POS heeft
}
field-answered = Het is beantwoord, en er wordt niets geschreven.
field-alone = slechts één record
field-out-of-scope = wordt niet gelijk gehouden
deeds = Wat u kunt doen
deed-sync-now = Nu synchroniseren
deed-review = De vragen beantwoorden
deed-add-to-pos = Toevoegen aan POS
deed-create-online = Online aanmaken
deed-do-not-create = Niet aanmaken
deed-link = Koppelen aan…
deed-unlink = Ontkoppelen
deed-ignore = Met rust laten
deed-heed = Weer naar omkijken
deed-forget = Paar vergeten
unlink-sure = Zijn dit twee mensen? Tandem houdt de records dan apart, en beide blijven zoals ze zijn.
unlink-yes = Ja, ontkoppelen
unlink-no = Gekoppeld houden
done-create = Genoteerd. De volgende synchronisatie maakt deze klant aan.
done-do-not-create = Genoteerd. Deze klant wordt niet aangemaakt.
done-link = Gekoppeld.
done-unlink = Ontkoppeld.
done-ignore = Genoteerd. Tandem laat deze klant met rust.
done-heed = Genoteerd. Tandem kijkt weer naar deze klant om.
done-forget = Genoteerd. Het paar is vergeten.
twins-title = { $side ->
    [pos] Welke klant van POS is het?
   *[ecom] Welke klant van eCom is het?
}
twins-search = { $side ->
    [pos] Klanten van POS zoeken
   *[ecom] Klanten van eCom zoeken
}
twins-suggested = Suggesties, de waarschijnlijkste eerst
twins-found = Gevonden
twins-none-suggested = Tandem heeft geen suggestie. Zoek op naam, e-mailadres of telefoon.
twins-none-found = Niemand past bij deze woorden.
twins-missed = Het zoeken is niet gelukt.
twins-link = Koppelen aan { $who }
twins-cancel = Niet koppelen

## Rehearsal

rehearse-title = Repetitie
rehearse = Alles uitproberen met verzonnen klanten
rehearse-why = Opent twee verzonnen winkels in een eigen tabblad. Alles werkt daar, en er wordt nergens iets heen gestuurd.
rehearse-copy = Uitproberen met een kopie van mijn klanten
rehearse-copy-why = De kopie blijft in dat tabblad, op deze computer, en wordt verwijderd als u het verlaat. Uw winkels blijven onaangeroerd.
rehearse-copy-guarded = Wat gelezen is, wordt met een wachtzin bewaard of helemaal niet. Een kopie zou minder beschermd zijn, dus die wordt niet gemaakt.
rehearse-copy-many = Een kopie wordt niet aangeboden bij meer dan { $most } klanten.
rehearsal = Repetitie: verzonnen winkels, er wordt nergens iets heen gestuurd
rehearsal-copy = Repetitie: een kopie van uw klanten, er wordt nergens iets heen gestuurd
rehearsal-again = Opnieuw beginnen
rehearsal-leave = De repetitie verlaten
rehearsal-others = Wat anderen ondertussen doen
rehearsal-others-why = Laat iemand iets wijzigen en kies daarna ‘Opnieuw controleren’ om te zien wat Tandem ermee doet.
rehearsal-sign-up = Een klant bestelt voor het eerst
rehearsal-till-email = Een kassa wijzigt een e-mailadres
rehearsal-untick = Een klant vinkt marketing uit
rehearsal-done = Gedaan. Kies nu ‘Opnieuw controleren’.
rehearsal-nobody = Er is niemand meer die dat kan doen.
## The first steps, why, and keys

steps = Drie stappen om te beginnen
step-connect = Verbinden
step-done = klaar
whys = Wat betekenen deze?
why-will-sync-any = Beide winkels hebben deze klant, en één kant heeft iets nieuwers. De volgende synchronisatie maakt ze gelijk.
why-needs-decision-any = Beide winkels hebben deze klant, en ze verschillen. Alleen een mens kan zeggen wat juist is.
keys-everywhere = Overal
keys-panel = Tandem openen of wegleggen in een beheerpagina
keys-on = naar het volgende element; met Shift terug
keys-press = de knop met de focus indrukken
keys-sheet = deze toetsen tonen
keys-tabs = vorige en volgende weergave
keys-rows = omhoog en omlaag in de lijst
keys-open = de klant openen
keys-back = terug naar de lijst
keys-show = Alle toetsen tonen

## Charts: the same numbers as text

overlap = Waar uw klanten zijn
overlap-parts = Klanten per winkel
overlap-hint = Kies er een om te zien wie dat zijn.
overlap-only = { $side ->
    [pos] alleen in POS
   *[ecom] alleen online
}
overlap-both = in beide
overlap-asked = te beslissen
overlap-label = Alleen in POS: { $pos }. In beide: { $both }. Alleen online: { $ecom }. Te beslissen: { $asked }.
consent-in = { $side ->
    [pos] In POS
   *[ecom] Onlinewinkel
}
consent-both = Wie in beide is
consent-yes = zei ja
consent-silent = zei niets
consent-no = zei nee
consent-alike = in beide gelijk
consent-only-pos = alleen in POS nee
consent-only-ecom = alleen online nee
consent-label = { $side ->
    [pos] In POS zeiden { $no } nee en { $silent } niets. POS legt geen ja vast en heeft er dus { $yes }.
   *[ecom] Online zeiden { $yes } ja, { $silent } niets en { $no } nee.
}
consent-both-label = Van wie in beide is, zijn { $alike } gelijk, hebben { $pos } alleen in POS een nee en { $ecom } alleen online een nee.
course-done = klaar
course-asked = te bekijken
course-failed = mislukt
course-left = nog te doen
course-label = Klaar: { $done }. Te bekijken: { $asked }. Mislukt: { $failed }. Nog te doen: { $left }.
days-today = vandaag
days-label = De laatste vier weken, een kolom per dag. Geschreven wijzigingen: { $written }. Te bekijken: { $problems }.
days-written = { $count ->
    [one] 1 wijziging geschreven in vier weken
   *[other] { $count } wijzigingen geschreven in vier weken
}
days-problems = { $count ->
    [one] 1 te bekijken
   *[other] { $count } te bekijken
}
days-list = Dag voor dag
days-line = { $when }: geschreven { $written }, te bekijken { $problems }
