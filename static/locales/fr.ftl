## Names

product = Tandem
unofficial = non officiel, pour Lightspeed Retail POS et eCom
side-name = { $side ->
    [pos] POS
   *[ecom] eCom
}

## Header

check-again = Vérifier à nouveau
open-tab = Ouvrir dans un onglet
close-panel = Fermer Tandem
no-store-yet = non choisi
pair = Les deux magasins utilisés
dismiss = Masquer
try-again = Réessayer

## Tabs

tabs = Vues
tab-overview = Aperçu
tab-groups = Groupes
tab-customers = Clients
tab-review = Questions
tab-history = Historique
tab-settings = Réglages

## Choosing the two stores

choose-title = Choisissez vos deux magasins
choose-why = Tandem garde ces deux magasins identiques, et aucun autre. Vous ne choisissez qu’une fois.
choose-none = { $side ->
    [pos] Ouvrez l’administration de POS dans un onglet et connectez-vous. Elle apparaît ici d’elle-même.
   *[ecom] Ouvrez l’administration d’eCom dans un onglet et connectez-vous. Elle apparaît ici d’elle-même.
}
choose-use = Utiliser ces deux magasins
choose-missing = Il faut un magasin de chaque côté.
change-stores = Utiliser d’autres magasins
choose-back = Garder les magasins actuels

## Connections

connections = Connexions
connection-none = Aucun magasin choisi pour l’instant.
connection-checking = Interrogation du magasin…
connection-person = Connecté en tant que { $person }
connection-unnamed = Connecté
connection-role = ({ $role })
rung-session = avec votre propre connexion
rung-token = avec le jeton que vous avez collé
rung-relay = par la page d’administration ouverte dans un onglet ; laissez-la ouverte
rung-page-token = avec le laissez-passer que la page d’administration utilise elle-même
open-admin = { $side ->
    [pos] Ouvrir POS
   *[ecom] Ouvrir eCom
}
sign-in = { $side ->
    [pos] Se connecter à POS
   *[ecom] Se connecter à eCom
}
sign-in-back = S’ouvre dans un nouvel onglet et revient ici de lui-même.
ask-again = Interroger à nouveau
allow-access = Autoriser l’accès
allow-in-tab = Ouvrir un onglet pour autoriser l’accès
use-token = Utiliser plutôt un jeton
token-label = { $side ->
    [pos] Jeton personnel de POS
   *[ecom] Jeton secret d’eCom
}
token-where = { $side ->
    [pos] Le propriétaire en crée un dans POS, sous Configuration, Jetons personnels.
   *[ecom] Le propriétaire le trouve dans l’administration d’eCom, avec une application personnalisée ; il commence par « secret_ ».
}
token-keep = Conserver sur cet ordinateur
token-keep-why = Sinon, il est oublié à la fermeture du navigateur.
token-use = Utiliser ce jeton
token-forget = Oublier le jeton

## Faults: what happened, then what to do

fault-offline = Le magasin n’a pas répondu.
fault-offline-next = Vérifiez la connexion Internet, puis vérifiez à nouveau ici.
fault-no-host-access = Le navigateur ne laisse pas Tandem accéder au magasin.
fault-no-host-access-next = Autorisez l’accès au site du magasin.
fault-signed-out = Personne n’est connecté.
fault-signed-out-next = Connectez-vous, et Tandem continue.
fault-not-allowed = Votre rôle ne le permet pas.
fault-not-allowed-next = Demandez à une personne qui peut gérer les clients et leurs groupes de se connecter.
fault-needs-page = Le magasin n’accepte des modifications que de ses propres pages. Rien n’a été écrit.
fault-needs-page-next = Ouvrez son administration dans un onglet, laissez-la ouverte, puis continuez ici : Tandem envoie les modifications par cette page.
fault-plan-lacks = Le forfait du magasin ne comprend pas les groupes de clients.
fault-plan-lacks-next = Dans eCom, ils sont inclus dans le forfait Business. Changez de forfait, puis vérifiez à nouveau.
fault-plan-lacks-customers = Le forfait du magasin ne donne pas à Tandem l’accès aux clients, ou le magasin est suspendu.
fault-plan-lacks-customers-next = Regardez le forfait et ses factures dans l’administration du magasin, puis réessayez. Ce qui a été lu avant reste.
fault-rate-limited = Le magasin demande d’attendre : trop d’appels à la fois.
fault-rate-limited-next = Attendez quelques minutes, puis réessayez.
fault-not-found = Cela n’existe plus.
fault-not-found-next = Vérifiez à nouveau pour voir ce qui s’y trouve maintenant.
fault-refused = Le magasin l’a refusé.
fault-refused-next = Lisez ce que dit le magasin, corrigez-le là-bas, puis réessayez.
fault-store-failed = Le magasin a eu une panne de son côté.
fault-store-failed-next = Réessayez. Ce qui est déjà fait n’est pas refait.
fault-damaged = Le magasin a répondu quelque chose que Tandem ne connaît pas.
fault-damaged-next = Réessayez. Si cela persiste, l’administration a changé : dites-le-nous.
fault-wrong-store = Un autre magasin que celui que vous avez choisi a répondu.
fault-wrong-store-next = Connectez-vous au magasin nommé ci-dessus, puis vérifiez à nouveau.
fault-stale = Ce qui était affiché ici a changé entre-temps. Rien n’a été écrit.
fault-stale-next = Regardez ce qui s’y trouve maintenant, puis cliquez de nouveau sur le bouton.
fault-not-kept = Le navigateur n’a plus de place pour noter ce que fait Tandem.
fault-not-kept-next = Libérez de la place sur le disque, puis réessayez.
fault-kept-damaged = Ce que Tandem a conservé sur cet ordinateur est endommagé. Rien n’a été modifié.
fault-kept-damaged-next = Recommencez, ou effacez ce qui est conservé : les deux magasins sont alors comparés à nouveau, et toute différence vous est demandée.
fault-kept-newer = Ce qui est conservé sur cet ordinateur a été écrit par un Tandem plus récent. Rien n’a été modifié.
fault-kept-newer-next = Mettez Tandem à jour, puis réessayez.
fault-locked = Ce qui est conservé sur cet ordinateur est verrouillé.
fault-locked-next = Saisissez la phrase secrète.
fault-wrong-passphrase = Ce n’est pas la phrase secrète.
fault-wrong-passphrase-next = Réessayez. Personne ne peut vous la donner : si elle est perdue, oubliez tout dans les Réglages et relisez les clients.
fault-busy = Tandem est encore au travail.
fault-busy-next = Attendez qu’il ait terminé.
fault-bug = Tandem a fait une erreur.
fault-bug-next = Rien n’est perdu. Vérifiez à nouveau ; si cela persiste, dites-le-nous.
fault-said = Le magasin dit : { $said }

## Problems between the panel and the background

problem-no-answer = Tandem n’a pas répondu.
problem-no-answer-next = Attendez un instant, puis réessayez.
problem-gone = Tandem a été mis à jour pendant que cette page était ouverte.
problem-gone-next = Rechargez cette page.
broken = Tandem s’est arrêté par sa propre erreur. Ce qui était commencé continue, et rien n’est perdu.
broken-reload = Recharger Tandem
covered = Quelque chose recouvre Tandem ou le rend difficile à voir. Rien n’est écrit d’ici entre-temps : fermez ce qui le recouvre, ou ouvrez Tandem dans un onglet.
problem-crashed = Tandem a dû redémarrer.
problem-crashed-next = Rien n’est perdu. Regardez la dernière exécution ci-dessous.
problem-outside = Aucun magasin connecté.
problem-outside-next = Cette page fonctionne dans l’extension Tandem.

## Next best action

next = Prochaine étape
next-sign-in = { $side ->
    [pos] Connectez-vous à POS pour que les deux côtés puissent être lus.
   *[ecom] Connectez-vous à eCom pour que les deux côtés puissent être lus.
}
next-mend = { $side ->
    [pos] Quelque chose bloque POS. Voyez ci-dessous ce qu’il faut faire.
   *[ecom] Quelque chose bloque eCom. Voyez ci-dessous ce qu’il faut faire.
}
next-wait = Lecture des deux magasins…
next-copy = { $count ->
    [one] { $count } groupe manque d’un côté.
   *[other] { $count } groupes manquent d’un côté.
}
next-decide = { $count ->
    [one] { $count } nom de groupe attend votre décision.
   *[other] { $count } noms de groupe attendent votre décision.
}
next-read = Les groupes concordent. Lisez les clients des deux magasins pour voir qui est synchronisé.
next-reading = Lecture des clients des deux magasins…
next-go-on = La lecture des clients a été arrêtée. Reprenez là où elle s’est arrêtée.
next-unreadable = Les clients n’ont pas pu être lus. Voyez pourquoi et que faire.
next-answer = { $count ->
    [one] { $count } question sur un client attend votre réponse.
   *[other] { $count } questions sur des clients attendent votre réponse.
}
next-sync = { $count ->
    [one] { $count } client peut être synchronisé.
   *[other] { $count } clients peuvent être synchronisés.
}
next-stay = Les deux magasins sont synchronisés. Tandem peut les garder ainsi désormais.
next-in-step = Les deux magasins sont synchronisés et le restent. Rien à faire.
next-to-groups = Afficher les groupes
next-to-customers = Afficher les clients
next-to-review = Répondre aux questions

## Counts

counts = Les groupes en chiffres
count-total = { $count ->
    [one] { $count } nom de groupe en tout
   *[other] { $count } noms de groupe en tout
}
status-exact = identiques
status-near = presque identiques
status-only-pos = seulement dans POS
status-only-ecom = seulement dans eCom
status-collision = en conflit
status-default = par défaut
status-exact-why = Les deux côtés ont ce titre, à la lettre près. Les promotions pour le groupe valent en magasin et en ligne.
status-near-why = Les mêmes mots, écrits autrement : la synchronisation de la boutique ne les associe pas. Utilisez l’une des deux écritures des deux côtés.
status-only-pos-why = Ce titre n’est pas encore en ligne. Créez-le là-bas, et les deux côtés correspondent.
status-only-ecom-why = Ce titre n’est pas encore dans POS. Créez-le là-bas, et les deux côtés correspondent.
status-collision-why = Des titres d’un même côté ne diffèrent que par la casse ou les espaces. Tandem ne copie un tel titre que si vous le cochez.
status-default-why = Chaque boutique a un groupe pour tous les autres. Il n’est jamais copié.

## Groups

groups-not-read = Les groupes des deux côtés s’affichent ici dès que les deux magasins sont connectés.
groups-unreadable-side = { $side ->
    [pos] Les groupes de POS ne peuvent pas être lus.
   *[ecom] Les groupes d’eCom ne peuvent pas être lus.
}
groups-to-overview = Afficher les connexions
groups-bad-records = { $side ->
    [pos] { $count ->
        [one] { $count } groupe de POS n’a pas pu être lu et est laissé de côté.
       *[other] { $count } groupes de POS n’ont pas pu être lus et sont laissés de côté.
    }
   *[ecom] { $count ->
        [one] { $count } groupe d’eCom n’a pas pu être lu et est laissé de côté.
       *[other] { $count } groupes d’eCom n’ont pas pu être lus et sont laissés de côté.
    }
}
nothing-to-set-up = Rien à configurer
nothing-to-set-up-why = Chaque nom existe des deux côtés. Rien ne sera écrit.
ecom-has-none = Votre magasin eCom n’a pas de groupes à lui. Copiez-y les noms de POS, et les deux côtés concordent.
copy-title = { $side ->
    [pos] Manque dans POS
   *[ecom] Manque en ligne
}
copy-preview = { $count ->
    [one] { $count } nom sera écrit, et rien d’autre :
   *[other] Ces { $count } noms seront écrits, et rien d’autre :
}
copy-button = { $side ->
    [pos] { $count ->
        [one] Créer { $count } groupe dans POS
       *[other] Créer { $count } groupes dans POS
    }
   *[ecom] { $count ->
        [one] Créer { $count } groupe en ligne
       *[other] Créer { $count } groupes en ligne
    }
}
copy-public = Les acheteurs peuvent lire le nom des groupes en ligne dans leur compte.
copy-asks = Ceux-ci ne diffèrent que par les majuscules ou les espaces. Cochez ceux que vous voulez malgré tout :
copy-tick = Créer aussi celui-ci
copy-none = Rien n’est encore coché.
copy-while-running = Attendez que l’exécution ci-dessus soit terminée et fermée.
withheld = Laissés de côté
withheld-same-title = a un jumeau exactement du même nom de son propre côté
withheld-near = existe de l’autre côté sous une autre orthographe ; voir la liste ci-dessous
withheld-empty = ne contient rien de lisible
withheld-too-long = compte { $chars } caractères ; 255 au plus sont copiés

## Board

board = Groupes des deux côtés
board-status = État
board-filter = Afficher
board-all = tous
hint = Ressemble à
hint-look-alike = lettres d’un autre alphabet
hint-same-words = mêmes mots
hint-few-letters = quelques lettres diffèrent
spelling-pos = Reprendre l’orthographe de POS en ligne
spelling-ecom = Reprendre l’orthographe en ligne dans POS
no-group = aucun
empty-title = (rien de lisible)

## Runs

run = Dernière exécution
run-running = { $side ->
    [pos] Écriture dans POS…
   *[ecom] Écriture dans eCom…
}
run-checking = Relecture et comparaison de chaque nom…
run-cancel = Annuler
run-finished = { $count ->
    [0] Rien n’a été écrit : tout y était déjà.
    [one] Terminé. { $count } nom a été écrit et relu, à la lettre près.
   *[other] Terminé. { $count } noms ont été écrits et relus, à la lettre près.
}
run-finished-with-failures = { $done } sur { $total } faits. Le reste est listé ci-dessous avec la raison.
run-cancelled = Arrêté. { $done } sur { $total } étaient faits ; le reste n’a pas été envoyé.
run-interrupted = Le navigateur a arrêté Tandem en plein travail : { $done } sur { $total } sont faits avec certitude. Continuer vérifie d’abord et ne crée rien deux fois.
run-paused = En pause : { $done } sur { $total } sont faits avec certitude.
run-continue = Continuer
run-try-again = { $count ->
    [one] Réessayer pour { $count }
   *[other] Réessayer pour les { $count }
}
run-close = Fermer
item-waiting = en attente
item-created = créé
item-renamed = orthographe reprise
item-already = existait déjà
item-stale = a changé entre-temps ; rien n’a été envoyé
item-changed = le magasin l’enregistre sous le nom
item-doubled = la connexion a été coupée et le navigateur a renvoyé la demande : le magasin l’a maintenant plus d’une fois. Ouvrez le magasin et n’en gardez qu’un.
item-failed = échec
run-sum = { $created } écrits, { $already } existaient déjà, { $failed } en échec, { $odd ->
    [0] {""}
   *[other] { $odd } à regarder,{" "}
}{ $waiting } en attente : { $total } en tout

## Customers in words: fields, values, what speaks for one person

field-group = Groupe
field-email = E-mail
field-consent = E-mails marketing
field-name = Nom
field-company = Entreprise
field-phone = Téléphone
field-address = Adresse de facturation
value-blank = rien
value-group-gone = un groupe qui n’est pas dans la liste
consent-denied = Pas d’e-mails marketing
consent-unknown = N’a pas refusé les e-mails marketing ; aucun accord enregistré
consent-granted = A accepté les e-mails marketing
who-unnamed = Sans nom
evidence-reference = L’une des deux fiches désigne l’autre.
evidence-same-email = Les deux ont le même e-mail.
evidence-email-spelling = Les e-mails sont identiques une fois corrigée une orthographe inhabituelle.
evidence-email-typo = Les e-mails sont identiques, sauf ce qui ressemble à une faute de frappe dans le domaine.
evidence-email-googlemail = Un e-mail est chez googlemail.com, l’autre chez gmail.com.
evidence-email-tag = Les e-mails sont identiques, sauf un ajout après un plus.
evidence-email-dots = Les e-mails sont identiques, sauf des points, dont Gmail ne tient pas compte.
evidence-same-phone = Les deux ont le même numéro de téléphone.
evidence-phone-prefix = Les numéros de téléphone sont identiques, sauf l’indicatif ou le poste.
evidence-name-same = Les deux ont le même nom.
evidence-name-spelling = Les noms sont identiques, sauf les majuscules, les accents ou la ponctuation.
evidence-name-order = Les noms sont identiques, dans un autre ordre.
evidence-name-initials = Les noms sont identiques, mais l’un n’a que des initiales ou pas de deuxième prénom.
evidence-name-one-letter = Les noms diffèrent d’une lettre.
evidence-name-family = Le nom de famille est le même, le prénom non : probablement une même famille.
evidence-name-other = Les noms diffèrent.
evidence-name-unknown = L’un des deux n’a pas de nom.
evidence-same-address = Les deux ont la même adresse.
evidence-same-postcode = Les deux ont le même code postal.
evidence-same-company = Les deux ont la même entreprise.
evidence-other-postcode = Les codes postaux diffèrent.
evidence-other-phone = Les numéros de téléphone diffèrent.
evidence-other-email = Les e-mails diffèrent.
evidence-reference-another = La fiche de POS a été créée pour un autre client d’eCom.
likely-very = très probable
likely-rather = probable
likely-maybe = possible
duration-seconds = { $count ->
    [0] tout de suite
    [one] { $count } seconde
   *[other] { $count } secondes
}
duration-minutes = { $count ->
    [one] environ { $count } minute
   *[other] environ { $count } minutes
}
duration-hours = { $count ->
    [one] environ { $count } heure
   *[other] environ { $count } heures
}

## Questions, and why something is not written

question-never-agreed = Les deux côtés diffèrent et n’ont jamais été identiques.
question-default-named = { $side ->
    [pos] POS a un groupe pour ce client ; eCom n’a que le groupe par défaut.
   *[ecom] eCom a un groupe pour ce client ; POS n’a que le groupe par défaut.
}
question-both-changed = Les deux côtés ont changé depuis qu’ils étaient identiques, et pas de la même façon.
question-cleared = { $side ->
    [pos] POS n’a plus de valeur. Tandem ne retire rien sans demander.
   *[ecom] eCom n’a plus de valeur. Tandem ne retire rien sans demander.
}
question-no-such-group = { $side ->
    [pos] eCom n’a pas de groupe portant le nom du groupe de POS.
   *[ecom] POS n’a pas de groupe portant le nom du groupe d’eCom.
}
question-email-taken = Un autre client de l’autre côté a déjà cet e-mail.
question-flip-flop = Quelqu’un remet chaque fois l’ancienne valeur ; Tandem s’est donc arrêté.
question-consent-never = Les deux côtés disent autre chose sur les e-mails marketing, et rien n’a jamais été convenu.
question-consent-raised-in-pos = Le refus a été retiré dans POS. Cela ne montre pas que la personne a dit oui.
question-consent-forgotten = eCom ne dit plus rien là où il disait non.
question-consent-both = Les deux côtés ont changé ce qu’ils disent sur les e-mails marketing.
because-asked = Attend votre réponse. { $question }
because-grace = Est nouveau. Attend jusqu’au { $when }, pour que la synchronisation de Lightspeed puisse le créer d’abord.
because-not-at-hand = A changé pendant la lecture. Relisez les clients pour qu’il soit pris en compte.
because-no-counterpart = La valeur n’a pas d’équivalent de l’autre côté.
because-read-only = Tandem n’a pas le droit d’écrire ici.
ambiguity-shared-email = { $count ->
    [one] { $count } client de POS a cet e-mail.
   *[other] { $count } clients de POS partagent cet e-mail.
}
ambiguity-of-another = L’e-mail appartient à un client qui est déjà lié à quelqu’un d’autre.
ambiguity-contradiction = Une note dans la fiche désigne un client, et l’e-mail un autre.
ambiguity-said-another = Quelqu’un a dit que la fiche avec cet e-mail est une autre personne.
halt-emptied = { $side ->
    [pos] POS avait { $had } clients et en montre { $has }. La session est peut-être à moitié déconnectée : regardez d’abord dans POS.
   *[ecom] eCom avait { $had } clients et en montre { $has }. La session est peut-être à moitié déconnectée : regardez d’abord dans eCom.
}
halt-many-changes = { $side ->
    [pos] { $changes } clients sur { $of } changeraient dans POS. C’est plus que d’habitude.
   *[ecom] { $changes } clients sur { $of } changeraient en ligne. C’est plus que d’habitude.
}
halt-over-budget = { $side ->
    [pos] Cela demande { $calls } appels à POS, et { $may } sont libres sans ralentir les caisses. Ce sera plus long.
   *[ecom] Cela demande { $calls } appels à eCom, et { $may } sont libres. Ce sera plus long.
}

## Preview

preview-everybody = Ce qui sera écrit
preview-one = Ce qui sera écrit pour ce client
preview-undo-run = Annulation de l’exécution { $run }
preview-undo-entry = Annulation d’une modification de l’exécution { $run }
preview-making = Recherche de ce qui serait écrit…
preview-failed = L’aperçu n’a pas pu être préparé. Rien n’a été écrit.
preview-again = Quelque chose a changé depuis l’affichage, donc rien n’a été écrit. Voici l’aperçu actuel.
preview-total = { $changes ->
    [one] { $changes } modification
   *[other] { $changes } modifications
} pour { $customers ->
    [one] { $customers } client
   *[other] { $customers } clients
}
preview-cost = { $pos ->
    [one] { $pos } appel
   *[other] { $pos } appels
} à POS et { $ecom } à eCom, { $time }.
preview-nothing = Rien à écrire
preview-nothing-why = Les deux côtés ont ce qu’ils doivent avoir. Ce qui demande une réponse est listé ci-dessous, s’il y en a.
preview-create = { $side ->
    [pos] { $count ->
        [one] { $count } nouveau client dans POS
       *[other] { $count } nouveaux clients dans POS
    }
   *[ecom] { $count ->
        [one] { $count } nouveau client en ligne
       *[other] { $count } nouveaux clients en ligne
    }
}
preview-update = { $side ->
    [pos] { $count ->
        [one] { $count } modification dans POS
       *[other] { $count } modifications dans POS
    }
   *[ecom] { $count ->
        [one] { $count } modification en ligne
       *[other] { $count } modifications en ligne
    }
}
preview-move = { $count ->
    [one] { $count } passage à un autre groupe dans POS
   *[other] { $count } passages à un autre groupe dans POS
}
preview-withheld = { $count ->
    [one] { $count } élément est laissé de côté
   *[other] { $count } éléments sont laissés de côté
}
preview-write = { $count ->
    [one] Écrire { $count } modification
   *[other] Écrire { $count } modifications
}
preview-back = Retour
preview-halts = À regarder d’abord
preview-looked = J’ai regardé
preview-looked-first = Cochez d’abord la case ci-dessus.
withheld-whole = le client entier
change-from = de
change-to = à
warn-moves-sign-in = L’acheteur se connectera en ligne avec le nouvel e-mail.
warn-raises-consent = Ceci autorise de nouveau les e-mails marketing.
show-more = Afficher { $count } de plus

## How the stores are reached

ways = Comment Tandem accède à vos magasins
ways-what = Tandem essaie ces voies dans cet ordre et utilise la première que le magasin accepte.
ways-none = Le magasin n’a pas encore été interrogé.
ways-again = Vérifier à nouveau
ways-copy = Copier le rapport
ways-copied = Copié.
ways-copy-yourself = Le navigateur ne copie pas depuis cet endroit. Le rapport est sélectionné : copiez-le au clavier.
ways-report = Le rapport pour la personne qui vous aide. Il ne nomme aucune personne, aucun client, aucun magasin et aucun jeton.
addresses = L’administration de votre boutique en ligne est à une autre adresse
addresses-what = Un revendeur peut lui donner un nom à lui. Ajoutez cette adresse et laissez sa page ouverte dans un onglet : Tandem travaille par cette page. Votre navigateur vous demande d’abord.
addresses-label = Adresse de l’administration
addresses-add = Ajouter l’adresse
addresses-none = Ce n’est pas une adresse. Elle commence par https://.
addresses-remove = Retirer { $address }
addresses-in-tab = Ouvrir dans un onglet pour ajouter une adresse
way-session = Votre propre connexion
way-session-as-page = Votre propre connexion, comme les pages du magasin l’utilisent
way-relay = Une page d’administration ouverte dans un onglet
way-page-token = Le laissez-passer que la page d’administration utilise elle-même
way-token = Un jeton que vous collez
standing-untried = Pas encore essayé.
standing-reads = Utilisé. La première modification montrera si le magasin les accepte par cette voie.
standing-works = Utilisé. Le magasin a accepté des modifications par cette voie.
standing-not-needed = Pas nécessaire.
standing-reads-only = Le magasin laisse Tandem lire par cette voie et refuse les modifications.
standing-no-page = Aucune page d’administration du magasin n’est ouverte dans un onglet.
standing-no-pass = Aucun laissez-passer de la page d’administration n’a été vu. Ouvrez l’administration, ou rechargez-la.
standing-no-token = Aucun jeton n’a été collé.

## Sync runs

sync-run = Synchronisation
purpose-everybody = Synchronisation de tous les clients
purpose-automatic = Synchronisation automatique
purpose-one = Synchronisation d’un client
purpose-undo-run = Annulation de l’exécution { $run }
purpose-undo-entry = Annulation d’une modification de l’exécution { $run }
sync-running = Écriture, et relecture de ce qui a été écrit…
sync-checking = Vérification de ce qui était en cours…
sync-finished = { $count ->
    [0] Terminé. Rien n’était à écrire : tout était déjà ainsi.
    [one] Terminé. { $count } modification a été écrite et relue.
   *[other] Terminé. { $count } modifications ont été écrites et relues.
}
sync-finished-with-rest = Terminé, sauf quelques-unes : { $done } sur { $total } sont comme il faut.
sync-cancelled = En pause. { $done } sur { $total } sont faites ; le reste n’a pas été envoyé.
sync-interrupted = Le navigateur a arrêté Tandem en plein travail : { $done } sur { $total } sont faites avec certitude. Continuer vérifie d’abord et n’écrit rien deux fois.
sync-paused = En pause : { $done } sur { $total } sont faites avec certitude.
sync-left = Encore { $pos } appels à POS et { $ecom } à eCom
sync-left-time = Encore { $pos } appels à POS et { $ecom } à eCom, { $time }
sync-share = { $used } appels à POS sur { $may } utilisés en cinq minutes. Le reste est laissé aux caisses.
sync-pause = Mettre en pause
sync-history = Afficher ce qui a été fait
sync-cannot-close = Impossible de fermer pour l’instant : pour certaines modifications, on ne sait pas si le magasin les a prises. Continuer le vérifie d’abord et n’écrit rien deux fois.
sync-close-what = { $count ->
    [one] Pour { $count } modification, on ne sait pas si elle est faite.
   *[other] Pour { $count } modifications, on ne sait pas si elles sont faites.
} Si vous fermez, plus rien n’est envoyé. Rien n’est perdu : la prochaine synchronisation regarde à nouveau les deux magasins et propose ce qui manque encore, et l’historique garde ce qui a été fait.
sync-close-yes = Fermer quand même
sync-close-no = Garder ouvert
sync-counts = Le résultat
sync-total = { $count ->
    [one] { $count } modification en tout
   *[other] { $count } modifications en tout
}
end-applied = écrites et relues
end-already = étaient déjà ainsi
end-altered = enregistrées autrement par le magasin
end-doubled = présentes plus d’une fois
end-stale = changées entre-temps, non envoyées
end-rejected = refusées
end-unknown = incertaines
end-waiting = en attente
look-altered = Le magasin a enregistré certaines valeurs autrement : comparez-les dans l’historique.
look-doubled = La connexion a été coupée, et le magasin a un nouveau client plus d’une fois : ouvrez le magasin et n’en gardez qu’un.
look-stale = Certains clients ont été modifiés pendant l’exécution. Rien n’a été envoyé pour eux : relisez les clients.
look-rejected = Le magasin a refusé certaines modifications : l’historique donne ses raisons.
look-unknown = Certaines modifications ont peut-être été envoyées, et autre chose s’y trouve maintenant : ouvrez ces clients dans le magasin.

## Review

review-not-read = Les questions s’affichent ici une fois les clients des deux côtés lus.
review-to-customers = Afficher les clients
review-loading = Chargement de la question…
review-none = Rien à décider
review-none-why = Il ne reste aucune question.
review-sync = { $count ->
    [one] Synchroniser { $count } client
   *[other] Synchroniser { $count } clients
}
review-left = Encore { $left } sur { $total }
review-said-answered = Répondu. Encore { $left }.
review-said-later = Remis à plus tard. Encore { $left }.
review-said-undone = Réponse annulée. Voici de nouveau la question.
review-gone = Cette question est réglée ou demande autre chose maintenant. Rien n’a été répondu ici.
review-go-on = Continuer
review-said-changed = Ce client a changé entre-temps. Voici la question telle qu’elle est maintenant.
ask-group = Dans quel groupe ce client doit-il être ?
ask-email = Quel e-mail est le bon ?
ask-consent = Peut-on envoyer des e-mails marketing à cette personne ?
ask-name = Quel nom est le bon ?
ask-company = Quelle entreprise est la bonne ?
ask-phone = Quel numéro de téléphone est le bon ?
ask-address = Quelle adresse de facturation est la bonne ?
ask-person = Qui est-ce de l’autre côté ?
ask-gone = { $side ->
    [pos] POS n’a plus ce client. Que doit devenir la paire ?
   *[ecom] eCom n’a plus ce client. Que doit devenir la paire ?
}
ask-gone-why = Il a peut-être été fusionné avec un autre ou supprimé par quelqu’un. Tandem ne supprime jamais un client et n’en recrée aucun de lui-même.
ask-lacks-group = { $side ->
    [pos] POS n’a pas le groupe de ce nouveau client. Que faut-il faire ?
   *[ecom] eCom n’a pas le groupe de ce nouveau client. Que faut-il faire ?
}
ask-lacks-group-why = Personne n’est créé dans un groupe que l’autre côté n’a pas. Le nom est :
consent-who = Il s’agit de cette seule personne.
consent-law = La loi attend que vous puissiez montrer l’accord de la personne elle-même avant d’envoyer des e-mails marketing, et qu’un refus compte aussitôt, où qu’il ait été exprimé.
side-none = Pas de fiche ici.
side-changed = Modifié depuis que les deux étaient identiques
side-unchanged = Inchangé depuis que les deux étaient identiques
side-never = Jamais identiques jusqu’ici
side-changed-at = Fiche modifiée pour la dernière fois le { $when }
offers = Votre réponse
offer-use = { $side ->
    [pos] Prendre ce qu’a POS :
   *[ecom] Prendre ce qu’a eCom :
}
offer-apart = Laisser les deux tels quels
offer-link = C’est celui-ci :
offer-link-plain = { $side ->
    [pos] C’est une certaine fiche de POS
   *[ecom] C’est une certaine fiche d’eCom
}
offer-create = Le créer de l’autre côté à la prochaine synchronisation
offer-ignore = Laisser ce client tranquille
offer-forget = Oublier que les deux n’étaient qu’un
offer-later = Demander plus tard
offer-use-plain = { $side ->
    [pos] Prendre ce qu’a POS
   *[ecom] Prendre ce qu’a eCom
}
offer-needs-reason = Autorise les e-mails marketing : notez comment vous savez que la personne a dit oui.
offer-sign-in = L’acheteur se connectera en ligne avec cet e-mail.
reason-label = Comment savez-vous que la personne a dit oui ?
reason-help = C’est conservé avec la réponse et jamais envoyé à un magasin.
reason-missing = Indiquez d’abord une raison.
review-confirm = Confirmer
review-pick-first = Choisissez d’abord une réponse.
review-too-soon = C’est la question suivante. Regardez-la avant de répondre.
review-bulk = { $count ->
    [one] Répondre ainsi à { $count }
   *[other] Répondre ainsi aux { $count }
}
review-before = Question précédente
review-next = Question suivante
review-undo = Annuler la dernière réponse
review-keys = Touches
keys-move = question précédente et suivante
keys-pick = choisir une réponse
keys-confirm = confirmer
keys-later = demander plus tard
keys-undo = annuler la dernière réponse
keys-where = Elles agissent tant que le clavier est dans cette vue, et non pendant que vous écrivez une raison.
answers-show = { $count ->
    [0] Afficher les réponses durables
    [one] Afficher { $count } réponse qui attend la prochaine synchronisation
   *[other] Afficher { $count } réponses qui attendent la prochaine synchronisation
}
answers = Réponses données
answers-none = Aucune réponse n’est conservée.
answers-hide = Masquer les réponses
answers-bulk = pour plusieurs à la fois
answers-withdraw = Retirer
answers-withdraw-of = Retirer la réponse sur { $who }

## History

history-search = Rechercher dans l’historique
history-search-hint = Nom, e-mail ou valeur
history-none = Rien n’a encore été écrit
history-none-why = Chaque exécution sur les clients est listée ici, avec ce qu’elle a changé.
history-not-found = Rien dans l’historique ne contient ces mots.
history-loading = Chargement de l’historique…
history-run = Exécution { $run }
history-open = Afficher les modifications
history-hide = Masquer les modifications
history-open-of = Afficher les modifications de l’exécution { $run }
history-hide-of = Masquer les modifications de l’exécution { $run }
history-not-closed = Non terminée
history-undo-run = Annuler cette exécution
history-undo-run-of = Annuler cette exécution, numéro { $run }
history-undo = Annuler
history-undo-of = Annuler la modification de { $who }
history-undo-raises = Annuler ceci autorise de nouveau les e-mails marketing.
not-undone-created = Un nouveau client reste : Tandem n’en supprime jamais.
not-undone-taken-back = C’est déjà annulé.
not-undone-nothing = Il n’y a rien à annuler.
entry-create = { $side ->
    [pos] Nouveau dans POS
   *[ecom] Nouveau en ligne
}
entry-update = { $side ->
    [pos] Modifié dans POS
   *[ecom] Modifié en ligne
}
entry-move = Déplacé dans POS
result-applied = écrit et relu
result-already = était déjà ainsi
result-altered = le magasin en a enregistré une partie autrement : { $fields }
result-doubled = { $count ->
    [one] le magasin l’a { $count } fois
   *[other] le magasin l’a { $count } fois : n’en gardez qu’un
}
result-stale = a changé entre-temps ; rien n’a été envoyé
result-rejected = refusé
result-unknown = incertain : ouvrez ce client dans le magasin
result-waiting = en attente
history-export = Exporter en CSV
automatic = Synchronisation automatique
automatic-when = Quand les deux magasins sont vérifiés
automatic-off = Seulement quand je le demande
automatic-off-why = Rien n’est lu ni écrit tout seul.
automatic-visit = À chaque visite
automatic-visit-why = Chaque fois que quelqu’un ouvre l’une des deux administrations.
automatic-every = À chaque visite, et entre-temps
automatic-every-why = Également toutes les quelques minutes, tant que l’une des deux administrations est ouverte et que quelqu’un est connecté.
automatic-how-often = Entre-temps, vérifier toutes les
automatic-grace = Ajouter les nouveaux clients à POS après
automatic-grace-why = La synchronisation de Lightspeed peut aussi les ajouter. Attendre lui laisse la priorité.
automatic-minutes = { $count ->
    [0] { $count } minute
    [one] { $count } minute
   *[other] { $count } minutes
}
automatic-rules = Ce qui est clair s’écrit tout seul et figure dans l’historique. Ce qui vous attend est sous Questions, et le bouton Tandem en donne le nombre.
automatic-last = Dernière vérification : { $when }.
automatic-nothing = Il n’y avait rien à écrire.
automatic-synced = { $count ->
    [one] { $count } modification a été écrite.
   *[other] { $count } modifications ont été écrites.
}
automatic-synced-some = { $count } des modifications ont été écrites, { $failed } non : elles seront réessayées à la prochaine vérification.
automatic-needs-person = Plus serait écrit que ce qui se fait sans vous : regardez l’aperçu sous Clients.
automatic-keep = Garder synchronisé
automatic-change = Changer
next-unlock = Ce que Tandem conserve de vos clients est verrouillé. Saisissez la phrase secrète sous Clients.
passphrase = Phrase secrète
passphrase-why = Une phrase secrète garde ce que Tandem sait de vos clients fermé aussi à quelqu’un qui a tout le profil de navigateur de cet ordinateur. Elle est demandée une fois à chaque démarrage du navigateur.
passphrase-is-set = Ce qui est conservé sur cet ordinateur ne s’ouvre qu’avec la phrase secrète. Elle est demandée une fois à chaque démarrage du navigateur ; d’ici là, rien n’est synchronisé tout seul.
passphrase-set = Définir une phrase secrète
passphrase-use = Utiliser cette phrase secrète
passphrase-change = Changer la phrase secrète
passphrase-off = Retirer la phrase secrète
passphrase-lock = Verrouiller maintenant
passphrase-word = Phrase secrète
passphrase-new = Nouvelle phrase secrète
passphrase-again = La même encore une fois
passphrase-warning = Personne ne peut vous la donner si elle est perdue : ce qui est conservé ici ne peut alors qu’être oublié, et les clients sont relus. Les magasins ne perdent rien.
passphrase-short = Prenez au moins { $count ->
    [one] { $count } caractère
   *[other] { $count } caractères
} ; plusieurs mots conviennent bien.
passphrase-differs = Les deux ne sont pas identiques.
passphrase-nothing = Rien n’est conservé, il n’y a donc rien qu’une phrase secrète pourrait protéger.
unlock-title = Verrouillé
unlock-what = Ce qui est conservé de vos clients sur cet ordinateur s’ouvre avec votre phrase secrète.
unlock-button = Déverrouiller
unlock-lost = Phrase secrète perdue ? « Tout oublier » dans les Réglages recommence à zéro. Les magasins ne perdent rien.
keeping = Ce qui est conservé sur cet ordinateur
keeping-days = Les exécutions restent dans l’historique pendant
keeping-days-count = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
keeping-readings = Conserver ce qui a été lu sur cet ordinateur
keeping-readings-why = Sinon, les clients sont relus à chaque visite.
keeping-honest = Ce qui est conservé est chiffré. Cela le cache aux recherches et aux sauvegardes, mais pas à quelqu’un qui a tout le profil de navigateur de cet ordinateur : seule une phrase secrète le fait.
nothing = Ne rien conserver sur cet ordinateur
nothing-what = Ce que Tandem sait de vos clients disparaît alors chaque fois que le navigateur se ferme ou que Tandem est mis à jour. Lisez d’abord ce que cela signifie :
nothing-links = Les clients sont relus d’un clic, et rien n’est synchronisé tout seul avant cela. Ceux qui ont le même e-mail, ou que Tandem a ajoutés dans POS, vont de nouveau ensemble aussitôt.
nothing-runs = Ce qui a été écrit ne peut plus être annulé ici. Une exécution interrompue par la fermeture n’est pas reprise : Tandem lit ce qui est là et montre ce qui reste à faire.
nothing-answers = Ceux qui ont été laissés différents, liés à la main ou laissés tranquilles font de nouveau l’objet d’une question.
nothing-yes = Ne plus rien conserver
nothing-is = Rien sur les clients ne reste sur cet ordinateur. Tout disparaît quand le navigateur se ferme ou que Tandem est mis à jour.
nothing-off = Conserver de nouveau sur cet ordinateur
wipe = Tout oublier
wipe-what = Tandem oublie alors tout ce qui concerne les clients sur cet ordinateur : ce qui a été lu, qui va avec qui, les réponses et l’historique. Ce qui a été écrit ne peut plus être annulé ici. Les magasins gardent tout.
wipe-yes = Tout oublier
wipe-no = Conserver
language = Langue (Language)
language-of-panel = Tandem parle
language-follow = Comme la page d’administration

## Customers: status, and why

customer-in-step = synchronisé
customer-will-sync = à synchroniser
customer-waits-for-order = attend une commande
customer-will-be-added = à ajouter à POS
customer-will-be-created = à créer en ligne
customer-add-by-hand = à ajouter à la main
customer-needs-group = groupe à choisir
customer-needs-decision = attend votre réponse
customer-ambiguous = qui est-ce ?
customer-no-email = sans e-mail
customer-gone = disparu d’un côté
customer-not-read = non lu cette fois
customer-ignored = laissé tranquille
why-in-step = Les deux magasins ont ce client, et tout ce qui doit être identique l’est.
why-will-sync = Les deux magasins ont ce client. La prochaine synchronisation aligne ceci : { $fields }.
why-groups-differ = Les deux magasins ont ce client, et les groupes diffèrent. Un client a un seul groupe, c’est donc vous qui choisissez.
why-no-such-group = Le groupe du client n’a pas de jumeau de l’autre côté. Copiez d’abord le groupe, puis le client peut suivre.
why-groups-differ-too = Les deux magasins ont ce client, et les groupes diffèrent. C’est vous qui choisissez, et l’on vous demande aussi : { $fields }.
why-needs-decision = Les deux magasins ont ce client. Seule une personne peut dire ce qui est juste ici : { $fields }.
why-waits-for-order = Seul POS a ce client. Il est lié de lui-même à la première commande ou connexion en ligne.
why-add-ordered = Seul eCom a ce client, et il y a une commande. La prochaine synchronisation l’ajoute à POS.
why-add-asked = Seul eCom a ce client. Quelqu’un l’a demandé, la prochaine synchronisation l’ajoute donc à POS.
why-create-asked = Seul POS a ce client. Quelqu’un l’a demandé, la prochaine synchronisation le crée donc en ligne.
why-add-by-hand = Seul eCom a ce client, et il n’y a pas encore de commande. Vous pouvez l’ajouter à POS.
why-may-be-in-pos = POS a quelqu’un dont l’e-mail est peut-être le même sous une autre orthographe. Regardez d’abord, pour que personne n’y soit deux fois.
why-ambiguous = On ne peut pas dire qui c’est de l’autre côté.
why-no-email = Il n’y a pas d’e-mail, on ne peut donc pas dire qui c’est de l’autre côté.
why-email-no-key = L’e-mail est un texte provisoire ou n’est pas une adresse, on ne peut donc pas dire qui c’est de l’autre côté.
why-gone = Les deux magasins avaient ce client, et l’un ne l’a plus.
why-gone-on = { $side ->
    [pos] Les deux magasins avaient ce client, et POS ne l’a plus.
   *[ecom] Les deux magasins avaient ce client, et eCom ne l’a plus.
}
why-not-read = La fiche d’un côté n’a pas pu être lue cette fois. Rien n’est écrit tant qu’elle ne peut l’être.
why-not-read-on = { $side ->
    [pos] La fiche de POS n’a pas pu être lue cette fois. Rien n’est écrit tant qu’elle ne peut l’être.
   *[ecom] La fiche d’eCom n’a pas pu être lue cette fois. Rien n’est écrit tant qu’elle ne peut l’être.
}
why-ignored = Quelqu’un a demandé de laisser ce client tranquille. Rien n’est écrit.

## Customers: reading

read-title = Lire les clients
read-what = Tandem lit tous les clients des deux magasins et les compare.
read-nothing-written = Rien n’est écrit : vous voyez d’abord ce qui changerait.
read-button = Lire les clients
read-again = Relire
read-at = Dernière lecture : { $when }
opening = Ouverture de ce qui a été lu auparavant…
reading = Lecture des clients des deux magasins…
reading-paused = En pause. La lecture reprend là où elle s’est arrêtée.
reading-so-far = { $count } lus
reading-of = { $count } sur { $total } lus
reading-calls = { $count ->
    [one] { $count } appel effectué
   *[other] { $count } appels effectués
}
reading-calls-left = { $count ->
    [one] { $count } appel effectué
   *[other] { $count } appels effectués
}, encore { $left }
reading-time-left = reste { $time }
reading-pause = Mettre en pause
reading-continue = Continuer
reading-cancel = Annuler
customers-unreadable = { $side ->
    [pos] Les clients de POS ne peuvent pas être lus.
   *[ecom] Les clients d’eCom ne peuvent pas être lus.
}
bad-customers = { $side ->
    [pos] { $count ->
        [one] { $count } client de POS n’a pas pu être lu et est laissé de côté.
       *[other] { $count } clients de POS n’ont pas pu être lus et sont laissés de côté.
    }
   *[ecom] { $count ->
        [one] { $count } client d’eCom n’a pas pu être lu et est laissé de côté.
       *[other] { $count } clients d’eCom n’ont pas pu être lus et sont laissés de côté.
    }
}
unread-show = Afficher lesquels
unread-hide = Les masquer
unread-loading = Recherche en cours…
unread-next = Ouvrez un tel client dans le magasin, corrigez-y ce qui est étrange, enregistrez, puis relisez ici. Si cela persiste, dites-le-nous.
unread-record = { $side ->
    [pos] Fiche de POS { $id }
   *[ecom] Fiche d’eCom { $id }
}
unread-record-no-id = { $side ->
    [pos] Une fiche de POS
   *[ecom] Une fiche d’eCom
}
unread-no-id = Elle n’a pas d’identifiant que Tandem puisse lire.
unread-unreadable = Quelque chose y manque, ou est d’une autre nature que prévu.
unread-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}

## Customers: the list

customers-counts = Les clients en chiffres
customers-total = { $count ->
    [one] { $count } client en tout
   *[other] { $count } clients en tout
}
sync-button = { $count ->
    [one] Synchroniser { $count } client
   *[other] Synchroniser { $count } clients
}
answer-button = { $count ->
    [one] Répondre à { $count } question
   *[other] Répondre à { $count } questions
}
customers-nothing-to-sync = Rien à synchroniser : tout ce que Tandem peut écrire est écrit.
customers-filter = Afficher les clients par état
customers-all = Tous
customers-search = Rechercher des clients
customers-search-hint = Nom, e-mail, téléphone, groupe
customers-none = Aucun client ne correspond. Essayez d’autres mots, ou affichez-les tous.
customers-nobody = Aucun des deux magasins n’a de clients.
customers-found = { $count ->
    [one] { $count } client affiché
   *[other] { $count } clients affichés
}
row-no-email = sans e-mail
row-groups = { $pos } dans POS, { $ecom } en ligne
row-group-unknown = groupe inconnu

## Customers: one

details-one = Un client
details-back = Retour à la liste
details-loading = Chargement de ce client…
details-fields = Les deux fiches, champ par champ
details-field = Champ
details-follows = Ce qui suit
details-no-record = pas de fiche
details-changed = { $side ->
    [pos] Fiche de POS modifiée pour la dernière fois le { $when }
   *[ecom] Fiche d’eCom modifiée pour la dernière fois le { $when }
}
link-archive = Les deux fiches sont une seule personne : elles étaient déjà liées.
link-reference = Les deux fiches sont une seule personne : l’une désigne l’autre.
link-email = Les deux fiches sont une seule personne : elles ont le même e-mail, et personne d’autre ne l’a.
field-same = identique
field-left-different = diffère, et a été laissé ainsi
field-copy-filled = { $side ->
    [pos] POS n’a rien ici : il reçoit ce qu’a eCom
   *[ecom] eCom n’a rien ici : il reçoit ce qu’a POS
}
field-copy-changed = { $side ->
    [pos] modifié dans eCom : POS le reçoit
   *[ecom] modifié dans POS : eCom le reçoit
}
field-copy-answered = { $side ->
    [pos] vous avez décidé : POS reçoit ce qu’a eCom
   *[ecom] vous avez décidé : eCom reçoit ce qu’a POS
}
field-answered = La réponse est donnée, et rien n’est écrit.
field-alone = une seule fiche
field-out-of-scope = n’est pas gardé identique
deeds = Ce que vous pouvez faire
deed-sync-now = Synchroniser maintenant
deed-review = Répondre aux questions
deed-add-to-pos = Ajouter à POS
deed-create-online = Créer en ligne
deed-do-not-create = Ne pas créer
deed-link = Lier à…
deed-unlink = Délier
deed-ignore = Laisser tranquille
deed-heed = S’en occuper de nouveau
deed-forget = Oublier la paire
unlink-sure = Est-ce que ce sont deux personnes ? Tandem garde alors les fiches séparées, et les deux restent telles quelles.
unlink-yes = Oui, délier
unlink-no = Garder liées
done-create = C’est noté. La prochaine synchronisation crée ce client.
done-do-not-create = C’est noté. Ce client n’est pas créé.
done-link = Lié.
done-unlink = Délié.
done-ignore = C’est noté. Tandem laisse ce client tranquille.
done-heed = C’est noté. Tandem s’occupe de nouveau de ce client.
done-forget = C’est noté. La paire est oubliée.
twins-title = { $side ->
    [pos] Quel client de POS est-ce ?
   *[ecom] Quel client d’eCom est-ce ?
}
twins-search = { $side ->
    [pos] Rechercher des clients de POS
   *[ecom] Rechercher des clients d’eCom
}
twins-suggested = Suggestions, les plus probables d’abord
twins-found = Trouvés
twins-none-suggested = Tandem n’a pas de suggestion. Recherchez par nom, e-mail ou téléphone.
twins-none-found = Personne ne correspond à ces mots.
twins-missed = La recherche n’a pas abouti.
twins-link = Lier à { $who }
twins-cancel = Ne pas lier

## Rehearsal

rehearse-title = Répétition
rehearse = Tout essayer avec des clients inventés
rehearse-why = Ouvre deux boutiques inventées dans un onglet à part. Tout y fonctionne, et rien n’est envoyé nulle part.
rehearse-copy = Essayer avec une copie de mes clients
rehearse-copy-why = La copie reste dans cet onglet, sur cet ordinateur, et est supprimée quand vous le quittez. Vos boutiques ne sont pas touchées.
rehearse-copy-guarded = Ce qui a été lu est conservé avec une phrase secrète, ou pas du tout. Une copie serait moins protégée : il n’en est pas fait.
rehearse-copy-many = Aucune copie n’est proposée au-delà de { $most } clients.
rehearsal = Répétition : boutiques inventées, rien n’est envoyé nulle part
rehearsal-copy = Répétition : une copie de vos clients, rien n’est envoyé nulle part
rehearsal-again = Recommencer
rehearsal-leave = Quitter la répétition
rehearsal-others = Ce que font les autres entre-temps
rehearsal-others-why = Faites changer quelque chose à quelqu’un, puis choisissez « Vérifier à nouveau » pour voir ce qu’en fait Tandem.
rehearsal-sign-up = Un acheteur commande pour la première fois
rehearsal-till-email = Une caisse change une adresse e-mail
rehearsal-untick = Un acheteur décoche le marketing
rehearsal-done = C’est fait. Choisissez maintenant « Vérifier à nouveau ».
rehearsal-nobody = Il ne reste personne pour le faire.
## The first steps, why, and keys

steps = Trois étapes pour commencer
step-connect = Connecter
step-done = terminé
whys = Que signifient ces états ?
why-will-sync-any = Les deux boutiques ont ce client, et un côté a quelque chose de plus récent. La prochaine synchronisation les met d’accord.
why-needs-decision-any = Les deux boutiques ont ce client, et elles diffèrent. Seule une personne peut dire ce qui est juste.
keys-everywhere = Partout
keys-panel = ouvrir ou ranger Tandem dans une page d’administration
keys-on = aller à la commande suivante ; avec Maj, revenir
keys-press = activer le bouton qui a le focus
keys-sheet = afficher ces touches
keys-tabs = vue précédente et suivante
keys-rows = monter et descendre dans la liste
keys-open = ouvrir le client
keys-back = retour à la liste
keys-show = Afficher toutes les touches

## Charts: the same numbers as text

overlap = Où sont vos clients
overlap-parts = Les clients par magasin
overlap-hint = Choisissez-en un pour voir de qui il s’agit.
overlap-only = { $side ->
    [pos] seulement dans POS
   *[ecom] seulement en ligne
}
overlap-both = dans les deux
overlap-asked = à décider
overlap-label = Seulement dans POS : { $pos }. Dans les deux : { $both }. Seulement en ligne : { $ecom }. À décider : { $asked }.
consent-in = { $side ->
    [pos] Dans POS
   *[ecom] En ligne
}
consent-both = Présents dans les deux
consent-yes = ont dit oui
consent-silent = n’ont rien dit
consent-no = ont dit non
consent-alike = pareil des deux côtés
consent-only-pos = non dans POS seulement
consent-only-ecom = non en ligne seulement
consent-label = { $side ->
    [pos] Dans POS, { $no } ont dit non et { $silent } n’ont rien dit. POS n’enregistre pas de oui : il en a { $yes }.
   *[ecom] En ligne, { $yes } ont dit oui, { $silent } n’ont rien dit et { $no } ont dit non.
}
consent-both-label = Parmi ceux qui sont dans les deux, { $alike } sont pareils, { $pos } ont un non dans POS seulement et { $ecom } ont un non en ligne seulement.
course-done = faites
course-asked = à regarder
course-failed = en échec
course-left = restantes
course-label = Faites : { $done }. À regarder : { $asked }. En échec : { $failed }. Restantes : { $left }.
days-today = aujourd’hui
days-label = Les quatre dernières semaines, une colonne par jour. Modifications écrites : { $written }. À regarder : { $problems }.
days-written = { $count ->
    [one] { $count } modification écrite en quatre semaines
   *[other] { $count } modifications écrites en quatre semaines
}
days-problems = { $count ->
    [one] { $count } point à regarder
   *[other] { $count } points à regarder
}
days-list = Jour par jour
days-line = { $when } : écrites { $written }, à regarder { $problems }
