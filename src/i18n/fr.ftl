### i18n
i18n-interviews = { $n } { $n ->
    [one] entretien
   *[other] entretiens
}
i18n-pair = { $first } · { $second }
i18n-language-en = English
i18n-language-fr = français

#
# end of i18n
#


### study

label-call-start = appel de { $session } commencé
label-call-pause = appel de { $session } en pause
label-call-resume = appel de { $session } repris
label-call-anchor = début de l’enregistrement de { $session }
label-call-clock = horloge de la machine pendant l’appel de { $session }
label-call-end = appel de { $session } terminé
label-note-add = note sur { $session } { $at }
label-note-edit = note sur { $session } { $at } modifiée
label-note-remove = note sur { $session } { $at } supprimée
study-expected-range = un intervalle du plus petit au plus grand : 3-9
study-expected-share = un seul nombre, sur 100
study-expected-whole = des parts dont la somme ne dépasse pas 100 (ici { $sum })
study-expected-degree = un degré de { $low } à { $high }
study-expected-option = le chiffre d’une réponse, de 1 à { $n }, ou ses mots
label-notes-add = { $n } notes sur { $session } { $at }
label-note-uncode = code { $code } retiré de la note de { $session } { $at }
label-cards-shuffle = cartes de { $session } mélangées
label-note-code = code { $code } sur la note de { $session } { $at }
label-answer = réponse de { $session } à { $question }
label-add-value = valeur { $value } ajoutée à { $attribute }
label-edit-value = valeur { $value } de { $attribute } modifiée
label-move-value = valeur { $value } de { $attribute } déplacée
label-remove-value = valeur { $value } de { $attribute } supprimée
label-edit-target = objectif de { $n } modifié
label-move-target = objectif déplacé

# as journals of earlier versions say it
label-session-add = { label-add-session }
label-session-edit = entretien { $session } modifié
label-session-remove = entretien { $session } supprimé
label-session-state = entretien { $session } : { $state }
label-participant-add = participant ajouté à { $session }
label-participant-edit = participant de { $session } modifié
label-participant-remove = participant de { $session } supprimé
label-organisation-edit = organisation { $organisation } modifiée
label-organisation-of = organisation de { $session } : { $organisation }
label-consent = consentement de { $session } : { $consent }
label-coding-origin = { $codes } : de la note à { $place }
label-exclude = passage écarté dans { $session }
label-readmit = passage repris dans { $session }
study-time-after = une heure de l’appel après la première
study-call-time = une heure de l’appel, 3:12 ou 00:03:12
label-identity = identité de { $key }
label-reference-rename = texte de référence { $reference } renommé en { $key }
label-reference-remove = texte de référence { $reference } supprimé

label-code-add = code { $code } ajouté
label-code-rename = code { $code } renommé en { $key }
label-code-edit = code { $code } modifié
label-code-slot = case { $slot } donnée au code { $code }
label-code-slot-clear = case retirée au code { $code }
label-code-move = code { $code } déplacé
label-code-merge = code { $code } fusionné dans { $into }
label-code-remove = code { $code } supprimé
label-where-turn = tour { $turn } de { $session }
label-where-note = note { $time } de { $session }
label-where-note-untimed = une note de { $session }
label-where-session = { $session }
label-coding-put = Code { $code } sur { $place }
label-coding-uncode = Retirer { $code } de { $place }
label-coding-move-ends = Autres bornes pour { $code }, { $place }

study-key-empty = La clé est vide
study-key-bad = « { $key } » ne peut pas être une clé
study-key-taken = La clé { $key } est déjà prise
study-gone = { $what } n’existe plus
study-circle = { $key } ne peut pas se trouver sous lui-même
study-slot-bad = Une case est un chiffre de 1 à 9
study-strength-bad = Une force est un chiffre de 0 à 4
study-no-reason = Dites pourquoi : un jugement veut sa raison
study-value-bad = « { $value } » ne peut être la valeur de { $what } ; attendu : { $expected }
label-new-study = nouvelle étude { $name }
label-set-study = réglage { $key } de l’étude
label-add-scenario = scénario { $scenario } ajouté
label-edit-scenario = scénario { $scenario } modifié
label-move-scenario = scénario { $scenario } déplacé
label-remove-scenario = scénario { $scenario } supprimé
label-add-attribute = attribut { $attribute } ajouté
label-edit-attribute = attribut { $attribute } modifié
label-move-attribute = attribut { $attribute } déplacé
label-remove-attribute = attribut { $attribute } supprimé
label-add-target = cible de { $n } ajoutée
label-remove-target = cible numéro { $n } supprimée
label-add-session = entretien { $session } ajouté
label-edit-session = entretien { $session } modifié
label-remove-session = entretien { $session } supprimé
label-edit-participant = participant de { $session } modifié
label-remove-participant = participant de { $session } supprimé
label-edit-identity = une identité modifiée
label-edit-organisation = organisme { $organisation } modifié
label-remove-organisation = organisme { $organisation } supprimé
label-set-consent = consentement de { $session } désormais { $consent }
label-set-summary = résumé de { $session } sur { $code }
label-remove-summary = résumé de { $session } sur { $code } retiré
label-add-note = note sur { $session }
label-edit-note = note sur { $session } modifiée
label-remove-note = note sur { $session } supprimée
label-give-answer = réponse de { $session } à { $question }
label-edit-coding = codage { $code } modifié, { $place }

label-coding-new-code = Nouveau code { $code }
label-coding-polarity = { $scenario } { $sign } pour { $code }, { $place }
label-coding-polarity-clear = Sans polarité dans { $scenario } pour { $code }, { $place }
label-coding-strength = Force { $strength } pour { $code }, { $place }
label-coding-strength-clear = Sans force pour { $code }, { $place }
label-coding-rank = { $code }, { $place } : ordre des citations
label-coding-star = Étoile à { $code }, { $place }
label-coding-unstar = Plus d’étoile à { $code }, { $place }
label-coding-memo = Mémo sur { $code }, { $place }
label-coding-memo-clear = Plus de mémo sur { $code }, { $place }
study-no-words = Il faut quelques mots
study-consent-items = { $n ->
    [0] aucun élément : le guide n’en a pas, voir [consent] dans guide.toml
   *[other] l’un de { $items }
}
label-add-certification = certification { $key } ajoutée
label-edit-certification = certification { $key } modifiée
label-remove-certification = certification { $key } retirée
label-add-problem = problème noté
label-edit-problem = problème modifié
label-remove-problem = problème supprimé
study-debrief-literally = { $text }
study-debrief-learnt-1 = Première chose apprise
study-debrief-learnt-2 = Deuxième chose apprise
study-debrief-learnt-3 = Troisième chose apprise
study-debrief-confirms = Ce qui confirme
study-debrief-contradicts = Ce qui contredit
study-debrief-scenario = Scénario le plus appuyé
study-debrief-confidence = Confiance (1 à 5)
study-debrief-flags = Points à régler
label-settle-coding = désaccord tranché ({ $verdict ->
    [one] l’un reste
    [other] l’autre reste
    [both] les deux restent
   *[neither] aucun ne reste
})
label-settle-problem = problème réglé
label-blind = { $state ->
    [on] { $coder } code à l’aveugle
   *[off] { $coder } revoit ce que les autres ont codé
}
label-debrief = débriefing de { $session }
label-add-finding = constat { $finding } énoncé
label-edit-finding = constat { $finding } modifié
label-keep-finding = constat { $finding } relu
label-remove-finding = constat { $finding } supprimé
label-add-milestone = point d’étape « { $name } » posé
label-save = recherche « { $name } » gardée
label-remove-saved = recherche « { $name } » oubliée
label-use-criteria = critères { $list } en vigueur
label-bind-criterion = critère { $criterion } : preuves rattachées
label-unbind-criterion = critère { $criterion } : preuves détachées
label-cite-finding = { $side ->
    [for] { $n ->
        [one] un passage pour le constat { $finding }
       *[other] { $n } passages pour le constat { $finding }
    }
    [against] { $n ->
        [one] un passage contre le constat { $finding }
       *[other] { $n } passages contre le constat { $finding }
    }
   *[none] { $n ->
        [one] un passage ôté du constat { $finding }
       *[other] { $n } passages ôtés du constat { $finding }
    }
}

#
# end of study
#


## guide
label-guide = guide : { $key }
label-guide-file = guide d’entretien
guide-version-taken = la version { $number } du guide est là, avec d’autres mots
guide-kind-open = ouverte
guide-kind-incident = récit
guide-kind-scale = échelle
guide-kind-choice = choix
guide-kind-count = nombre
guide-kind-allocation = répartition
guide-kind-list = liste
guide-kind-rating = notes
guide-kind-attributes = attributs
guide-kind-script = à lire
guide-said-at = { $place }, « { $found } » : { $reason }
guide-said-missing = { $place } : { $reason }
guide-said-found = « { $found } » : { $reason }
guide-skip-role = pas pour { $role }
guide-skip-condition = car { $tests }
guide-condition-empty = une condition entre « and » et « or » (ou avant, ou après) manque
guide-condition-no-test = « { $words } » ne compare pas une réponse (6.3 = 0) et ne nomme pas un état (6.3 refused)
guide-condition-quote = un guillemet " n’est pas refermé
guide-condition-no-number = « { $words } » n’est pas un nombre, et seuls des nombres se comparent ainsi
guide-fault-toml = TOML illisible : { $reason }
guide-fault-schema = schema = 1 est attendu en tête du fichier
guide-fault-text = un texte entre guillemets est attendu
guide-fault-list = une liste entre crochets est attendue
guide-fault-bool = true ou false est attendu
guide-fault-table = une table est attendue : [consent]
guide-fault-tables = des tables sont attendues, une par [[{ $field }]]
guide-fault-no-key = il manque key, le nom dans les fichiers
guide-fault-key-twice = ce nom est déjà pris, ligne { $line }
guide-fault-key-spaces = ce nom commence ou finit par une espace
guide-fault-minutes = un nombre de minutes de 0 à 1440 est attendu, ou une table par fonction
guide-fault-kind = type inconnu ; un de { $kinds } est attendu
guide-fault-field = champ inconnu ; sont lus { $known }
guide-fault-options = ce type de question demande deux options au moins
guide-fault-option = un texte, un nombre entier ou { "{" } key = "…", label = "…" { "}" } est attendu
guide-fault-option-twice = cette option est donnée deux fois
guide-fault-degrees = les degrés sont des nombres entiers qui se suivent, entre 0 et 10
guide-fault-attributes = options nomme les attributs à remplir
guide-fault-fields = une liste demande fields, les champs de chaque élément
guide-fault-fields-kind = fields ne va qu’à une question de type list
guide-fault-scenario = scénario inconnu de l’étude
guide-fault-code = code inconnu de l’étude
guide-fault-attribute = attribut inconnu de l’étude
guide-fault-condition-unknown = aucune question { $question } dans ce guide
guide-fault-condition-later = la question { $question } vient après : sa réponse n’est pas encore connue
guide-fault-condition-option = « { $value } » n’est pas une option de { $question } ({ $options })
guide-fault-condition-value = { $question } n’a pas une seule valeur à comparer ; un état va ({ $question } refused)
guide-fault-meant = { $reason }. { $meant } ?
versions-doubt-alike = seuls la casse, les accents ou les signes diffèrent
versions-doubt-words = les mots ont changé
versions-doubt-voice = mêmes mots, dits par quelqu’un d’autre
versions-doubt-place = mêmes mots, à un endroit qui n’est pas certain
versions-doubt-lost = les mots n’y sont plus
versions-doubt-unread = le texte de sa version est illisible
label-version-accept = accepte de nouveaux mots pour { $n } codages
label-version-keep = garde { $n } codages sur leur version
label-version-rename = { $document } : { $old } devient { $new }
label-version-split = { $document } : un tour coupé en deux
label-version-join = { $document } : deux tours réunis
versions-doubt-none = les mêmes mots : ils peuvent suivre
versions-bar-withdrawn = Une personne qui s’est retirée a dit une partie de ces mots, ou porte ce nom : ses mots restent les siens et n’en prennent pas d’autres ; rien n’a été changé
versions-bar-left-out = La correction remontrerait des mots écartés à la demande d’une personne, car on ne sait plus à quel moment ils ont été dits ; rien n’a été changé. Les reprendre d’abord, ou choisir un autre endroit
label-memo-add = écrit un mémo
label-memo-set = corrige un mémo
label-memo-remove = retire un mémo
memo-on-study = journal
memo-on-session = entretien
memo-on-participant = personne
memo-on-document = texte
memo-on-note = note
memo-on-code = code
memo-on-coding = codage
memo-on-scenario = scénario
memo-on-question = question
memo-on-finding = constat
memo-on-gone = chose retirée depuis
study-reviewed = Le codage « { $what } » n’attend aucune relecture
study-settled = Le codage « { $what } » est lui-même une décision sur d’autres : tranchez entre ceux-là
study-one-coder = Les deux codages sont de { $coder } : seuls deux codeurs peuvent différer
study-nothing-in-common = Les deux codages n’ont aucun mot en commun : il n’y a rien à trancher
label-autocode = codage automatique { $code } : { $n ->
    [one] un passage
   *[other] { $n } passages
}
label-autocode-accept = accepter { $n ->
    [one] un codage automatique
   *[other] { $n } codages automatiques
}
label-autocode-reject = rejeter { $n ->
    [one] un codage automatique
   *[other] { $n } codages automatiques
}

### text

#
# end of text
#


### import
import-problem = { $file }, ligne { $line }, colonne { $column } : trouvé « { $found } » ; attendu : { $expected }
import-problem-empty = { $file }, ligne { $line }, colonne { $column } : rien n’y est ; attendu : { $expected }
import-problem-said = { $file }, ligne { $line }, { $reason }
import-problem-line = { $file }, ligne { $line } : « { $found } » ; attendu : { $expected }
import-file-read = { $file } ({ $kind }) : { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}, { $added } en plus, { $changed } modifiés, { $same } déjà là
import-unknown-columns = { $file } : { $n ->
    [one] colonne non lue
   *[other] colonnes non lues
} : { $columns }
import-made-interviews = { $file } : { $n ->
    [one] { $n } entretien n’était pas connu et s’ajoute
   *[other] { $n } entretiens n’étaient pas connus et s’ajoutent
} : { $keys }
import-code-twice = { $file }, ligne { $line } : le code { $key } est déjà plus haut ; c’est ce que dit cette ligne qui compte
import-polarity-twice = { $file }, ligne { $line } : une autre polarité que ligne { $other } pour les mêmes passage, code, codeur et scénario ; la dernière compte
import-expected-header-line = une ligne d’en-tête ; le fichier est vide
import-expected-column-names = un nom propre à chaque colonne
import-expected-cells = { $n ->
    [one] { $n } cellule, comme dans l’en-tête
   *[other] { $n } cellules, comme dans l’en-tête
}
import-expected-closing-quote = un guillemet fermant
import-expected-column = une colonne appelée { $column } (l’un de ces noms)
import-expected-something = une valeur
import-expected-text = des mots entre guillemets droits
import-expected-true = true ou false
import-expected-one-of = l’un de { $words }
import-expected-whole = un nombre entier à partir de 0
import-expected-number = un nombre
import-expected-yes = yes, ou rien
import-expected-conditions = attribut=valeur, séparés par des points-virgules
import-expected-no-error = une valeur ; la formule de cette cellule donne une erreur
import-expected-computed = une valeur ; la formule de cette cellule n’a jamais été calculée : ouvrez le fichier dans un tableur et enregistrez-le
import-other-sheets = { $file } : seule la feuille { $sheet } est lue ; { $n ->
    [one] une autre pourrait l’être : { $others }. Donnez-la à part, en CSV
   *[other] { $n } autres pourraient l’être : { $others }. Donnez-les à part, en CSV
}
import-merged = { $file }, feuille { $sheet } : { $n ->
    [one] une zone de cellules fusionnées ; seule sa première cellule a une valeur
   *[other] { $n } zones de cellules fusionnées ; seule la première cellule de chacune a une valeur
}
import-expected-time = un moment comme 2026-03-12T09:30:00Z
import-expected-zone = un fuseau horaire comme Europe/Paris
import-expected-minutes = un nombre de minutes
import-expected-later = un moment après { $than }
import-expected-parent = la clé d’un code de ce fichier ou de l’étude
import-expected-no-circle = un parent qui n’est pas sous ce code
import-expected-colour = une couleur du terminal par son nom, ou #rrggbb
import-expected-slot = un chiffre de 1 à 9
import-expected-day = un jour : 2022-06-30
import-expected-code = un code de la grille de codage
import-expected-no-scenario = rien : l’étude n’a pas de scénario
import-expected-scenario-of-polarity = le scénario de cette polarité
import-expected-strength = une force de 0 à 4
import-expected-share = une part de 0 à 1
import-expected-languages = une liste de langues, comme ["fr", "en"]
import-expected-tables = des tables, comme [[{ $key }]]
import-expected-where = une table d’attributs, comme { "{" } size = "under10" { "}" }
import-expected-attribute = un attribut de l’étude, ou role
import-expected-schema = schema = 1
import-expected-toml = du TOML comme dans la documentation : { $reason }
import-expected-harmless = des mots sans caractères cachés
import-expected-question = une question du guide
import-expected-count = un nombre, un nombre approché ou un intervalle : 12, ~12, 3-5
import-expected-organisation = une organisation : { $attribute } décrit les organisations
import-expected-same-as-line = la même chose que ligne { $line } : c’est la même organisation
import-expected-pauses = des pauses, comme 600000+90000 : heure de l’appel et durée, en millisecondes
import-expected-visits = l’ordre dans lequel le guide a été suivi, comme 0 1.1;61500 2.1 : heure de l’appel en millisecondes, question
import-expected-interview = un entretien de l’étude
import-expected-interview-of-note = l’entretien auquel la note appartient
import-expected-note = une note de l’étude
import-expected-document = un entretien qui a une transcription
import-expected-version = une version du document
import-expected-text-file = un texte qui soit là
import-expected-end-after = une position après { $start }
import-expected-both-ends = une position : un passage a un début et une fin
import-expected-source = des positions dans un fichier conservé, en texte simple ; pour les autres, donner char_start et char_end
import-expected-words-at = des positions où le document a des mots
import-expected-inside = une position de 0 à { $n }, en points de code
import-expected-passage = char_start et char_end, une citation (quote), ou note_id
import-expected-quote = des mots du document, tels qu’ils y sont
import-expected-quote-once = des mots qui n’y sont qu’une fois ; donner char_start et char_end
import-expected-quote-at = les mots à ces positions, « { $words } »
import-warning-encoding = Lu en { $encoding }, l’encodage le plus probable ; regardez les accents dans l’aperçu
import-warning-bad-bytes = Des octets ne veulent rien dire dans cet encodage ; � est à leur place
import-warning-removed = { $n ->
    [one] Un caractère invisible retiré
   *[other] { $n } caractères invisibles retirés
}
import-warning-replaced = { $n ->
    [one] Un caractère de commande rendu visible
   *[other] { $n } caractères de commande rendus visibles
}
import-warning-sorted = { $n ->
    [one] Un sous-titre n’était pas dans l’ordre ; rangé selon son début
   *[other] { $n } sous-titres n’étaient pas dans l’ordre ; rangés selon leur début
}
import-warning-starts-again = { $n ->
    [one] Les temps recommencent à la ligne { $lines } : un autre enregistrement
   *[other] Les temps recommencent aux lignes { $lines } : d’autres enregistrements
}
import-warning-ends-before-start = { $n ->
    [one] Un sous-titre finit avant de commencer
   *[other] { $n } sous-titres finissent avant de commencer
}
import-warning-blocks = Hors parole, laissé de côté : blocs de commentaire { $notes }, de style { $styles }, de région { $regions }
import-warning-deleted = { $n ->
    [one] Hors parole, laissé de côté : un passage supprimé en suivi des modifications
   *[other] Hors parole, laissé de côté : { $n } passages supprimés en suivi des modifications
}
import-warning-comments = { $n ->
    [one] Hors parole, laissé de côté : un commentaire
   *[other] Hors parole, laissé de côté : { $n } commentaires
}
import-warning-footnotes = { $n ->
    [one] Hors parole, laissé de côté : une note de bas de page ou de fin
   *[other] Hors parole, laissé de côté : { $n } notes de bas de page ou de fin
}
import-warning-seen-once = { $n ->
    [one] Vu une seule fois, pris pour du texte et non pour une personne : { $names }
   *[other] Vus une seule fois, pris pour du texte et non pour des personnes : { $names }
}
import-warning-odd-names = { $n ->
    [one] Pris pour la personne qui parle dans un seul sous-titre : { $names }
   *[other] Pris pour des personnes qui parlent chacune dans un seul sous-titre : { $names }
}
import-warning-interviewers = { $n ->
    [one] Traité comme enquêteur·rice : { $names }
   *[other] Traités comme enquêteur·rice·s : { $names }
}
import-warning-repeated = { $n ->
    [one] Ligne { $line } : personne, peut-être, n’a dit « { $text } »
   *[other] À partir de la ligne { $line }, { $n } sous-titres portent les mêmes mots, que personne peut-être n’a dits : « { $text } »
}
import-warning-bad-anchors = { $n ->
    [one] Un repère de temps ne va pas avec son texte, laissé de côté
   *[other] { $n } repères de temps ne vont pas avec leur texte, laissés de côté
}
import-warning-unread = { $n ->
    [one] Un passage n’a pas pu être lu
   *[other] { $n } passages n’ont pas pu être lus
}
import-warning-name-and-content = Le contenu est du { $format }, quoi qu’en dise le nom (.{ $extension })
import-unread-bad-time = La ligne de temps n’a pas la forme 00:00:01.000 --> 00:00:02.000
import-unread-no-time = Les mots ne sont dans aucun sous-titre : pas de ligne de temps au-dessus
import-unread-no-times = Le segment n’a ni début ni fin en secondes
import-unread-bad-row = La ligne n’a pas le même nombre de cellules que l’en-tête
import-unread-no-value = La cellule n’a pas de valeur : sa formule donne une erreur ou n’a jamais été calculée
import-warning-milliseconds = Les temps sont lus comme des millisecondes, comme Whisper les écrit : regardez le dernier
import-warning-lossy = Lu sur les pages d’un PDF : lignes, paragraphes et locuteurs sont une conjecture, des signes peuvent manquer. Regardez chaque tour, ou demandez le texte dont le PDF est fait
import-warning-other-sheets = { $n ->
    [one] Une autre feuille est aussi une transcription et n’est pas lue : { $names }. Enregistrez-la dans son propre fichier
   *[other] { $n } autres feuilles sont aussi des transcriptions et ne sont pas lues : { $names }. Enregistrez chacune dans son propre fichier
}
import-warning-merged = { $n ->
    [one] Une zone de cellules fusionnées : seule sa première cellule a des mots
   *[other] { $n } zones de cellules fusionnées : seule la première cellule de chacune a des mots
}
import-unread-summary = Cela précède la transcription et n’est pas une parole
import-unread-footer = Une ligne du service de transcription sur lui-même
import-error-empty = Le fichier est vide ; une transcription était attendue
import-error-too-large = Le texte fait { $bytes } octets ; on en lit au plus 64 Mio
import-error-lines = Le texte a plus de { $n } lignes, paragraphes ou segments : aucun entretien n’en a autant, il est refusé ; s’il en est un, partagez-le
import-error-no-pdf = Un PDF se lit par pdftotext, qui n’est pas installé (paquet poppler-utils) : installez-le, ou enregistrez le texte en .docx ou .txt
import-error-cells = Le classeur a plus de { $n } cellules (les vides entre d’autres comprises) : il est refusé ; enregistrez la feuille en CSV
import-error-beyond-sheet = Le classeur a des cellules au-delà de la ligne 1 048 576 ou de la colonne XFD, où finit toute feuille : il est abîmé et refusé ; enregistrez la feuille en CSV
import-error-not-text = Ces octets ne sont ni du texte ni un document connu ; attendu : { $expected }
import-error-foreign = C’est { $kind }, qui ne se lit pas comme une transcription ; attendu : { $expected }
import-error-not-that-format = Le fichier n’est pas du { $format } : { $why }
import-error-no-words = Le fichier est du { $format } mais ne contient aucun mot
import-error-encoding = Aucun encodage ne s’appelle { $name } ; essayez utf-8, windows-1252, iso-8859-15, macintosh, utf-16le
import-error-archive = Le document ne s’ouvre pas : { $why }
import-error-xml = Le document ne se lit pas : { $why }
import-error-json = Ligne { $line }, colonne { $column } : { $why }
import-foreign-pdf = un PDF
import-foreign-old-office = un ancien document Office (.doc, .xls, .ppt)
import-foreign-spreadsheet = une feuille de calcul
import-foreign-presentation = une présentation
import-foreign-qda-project = un projet d’analyse qualitative
import-foreign-zip = une archive zip
import-foreign-packed = une archive compressée
import-foreign-html = une page web
import-foreign-xml = un document XML
import-foreign-whisper-json = le JSON d’un outil de reconnaissance vocale
import-foreign-json = un document JSON d’un autre genre
import-foreign-audio = un fichier son
import-foreign-video = une vidéo
import-foreign-image = une image
import-foreign-program = un programme
import-foreign-database = une base de données
import-problem-file = { $file } : { $reason }
import-in-file = { $file } : { $warning }
qda-loss-no-place = rien ici ne lui correspond
qda-loss-place = ses mots ne sont pas à l’endroit indiqué ; il est laissé de côté
qda-loss-code = son code n’est pas dans le projet ; il est laissé de côté
qda-loss-same = le même code sur les mêmes mots par la même personne : un seul est gardé
qda-loss-id-twice = un autre texte a son identifiant : les deux sont pris, ce qui parle de l’identifiant va au premier
qda-loss-comment = un commentaire de sa page n’est jamais fermé : ce qui le suit n’est pas montré par Taguette et est laissé de côté
qda-loss-twice = un code de cet identifiant a déjà été lu ; celui-ci est laissé de côté
qda-loss-circle = il est sous lui-même ; il est placé en haut
qda-loss-colour = pas une couleur en #rrggbb
qda-loss-empty = il n’y a aucun mot dedans
qda-loss-no-text = ses mots ne sont pas dans le fichier en texte brut
qda-loss-media = les médias ne sont pas lus ; une transcription qui les accompagne l’est
qda-loss-uncoded = une sélection sans code
qda-loss-part-of-case = des parties d’un texte appartiennent à un cas : le texte entier est pris
qda-loss-case = il n’a pas de texte ici
qda-loss-unknown = aucune variable de ce nom n’est décrite
qda-loss-coded-note = des codes sur une note
qda-loss-guide = l’étude a un guide ; il est gardé
qda-loss-variables = plus de 300 variables : celle-ci est laissée de côté
import-error-too-many-texts = Le projet a { $n } textes ; 10 000 au plus sont lus
qda-loss-moved = ses mots ne sont pas à l’endroit indiqué, mais à un seul autre : il y est placé, à vérifier
qda-loss-waiting = ce qui fut écrit en dernier attend encore dans un fichier à côté de la base, et n’est pas lu : fermez le projet dans son logiciel et importez-le de nouveau
qda-loss-annotation = ce qui est noté à un endroit devient un mémo du texte
qda-loss-parents = il est sous plusieurs codes : le premier compte
qda-loss-projects = plusieurs projets dans un fichier : tous sont lus comme un seul
qda-loss-line = cette ligne n’existe pas, ou elle est vide
import-error-database = La base de données ne peut pas être lue : { $why }
import-error-folder-of = C’est la base d’un dossier qc, dont les textes sont à côté : donnez plutôt le dossier
import-one-file-a-document = un autre fichier de cet import est déjà le document { $document }
import-same-text = { $file } : le document { $document } dit déjà la même chose
import-new-version = { $file } : le document { $document } était là ; en voici la version { $number }
import-no-name = rien ne nomme l’entretien ou le document ; il faut un nom
import-no-quote-places = { $file } : les mots des entretiens qu’on ne peut citer ne sont pas dans cet export ; dans { $n ->
    [one] 1 texte
   *[other] { $n } textes
}, chaque caractère est remplacé par █ pour que les positions des codages tiennent
import-withdrawn = entretiens retirés : { $rows } lignes et { $texts } textes vérifiés, non conservés
import-folder-whole = { $path } : ce n’est pas une étude écrite par export --as json : { $reason }
import-folder-none = { $path } n’est pas un dossier ; il fallait un dossier d’étude avec un study.toml
import-folder-link = { $path } est un lien, qui n’est pas suivi : mettez à sa place ce vers quoi il mène
import-folder-no-study = { $path } n’a pas de study.toml ; ce n’est pas un dossier d’étude
import-folder-disk = { $path } : { $reason }
import-folder-too-large = { $path } fait { $bytes } octets ; on lit au plus 64 Mio d’un fichier
import-folder-unread = { $n ->
    [one] pas un fichier de dossier d’étude
   *[other] pas des fichiers de dossier d’étude
}, non lu : { $files }
import-label-folder = lit le dossier d’étude « { $name } »
import-label-excerpts = Codages d’une collègue, depuis { $file }
import-became-new = un nouveau texte
import-became-reference = un nouveau texte de référence
import-became-same = déjà là
import-became-withdrawn = retiré : lu, non gardé
import-became-rows = { $added } ajoutés, { $changed } modifiés, { $same } déjà là
import-label-files = importe { $n ->
    [one] { $file }
   *[other] { $n } fichiers ({ $file }, …)
}
import-expected-hours = un nombre d’heures, au plus 24

#
# end of import
#
import-expected-coding = un codage sur un texte de l’étude
import-other-interview = on ne retrouve que { $share } % des mots de { $document } : cela ressemble à un autre entretien. Rien n’a été changé ; pour en faire tout de même la version suivante, il faut le dire (--force)
import-expected-memo-target = une chose de l’étude sur laquelle porte le mémo

### store
store-state-missing = L’état enregistré a été refait d’après les journaux ({ $lines ->
    [one] { $lines } ligne
   *[other] { $lines } lignes
}).
store-state-late = Des modifications plus anciennes sont arrivées ; l’état enregistré a été refait d’après les journaux ({ $lines ->
    [one] { $lines } ligne
   *[other] { $lines } lignes
}).
store-state-behind = L’état enregistré était en retard ; { $lines ->
    [one] { $lines } ligne des journaux reprise
   *[other] { $lines } lignes des journaux reprises
}.
store-state-damaged = L’état enregistré était illisible ({ $detail }) ; il a été refait d’après les journaux. L’ancien est dans { $aside }.
store-state-disagrees = L’état enregistré ne correspondait pas aux journaux ; il a été refait d’après eux. L’ancien est dans { $aside }.
store-state-none = L’état enregistré n’a pas pu être fait ({ $detail }). Tout est dans les journaux ; l’ouverture est plus lente tant qu’il n’y a pas de place.
store-erase-finished = Un effacement resté inachevé vient d’être achevé.
store-join-itself = { $folder } est cette étude même : il n’y a rien à joindre. Donnez le dossier de la copie de votre collègue.
store-join-other = { $folder } est une autre étude : aucun de ses journaux ne commence comme un journal de celle-ci. Rien n’a été changé. Seules les copies d’une même étude se joignent, pas une étude refaite d’après les mêmes fichiers ; les codages d’une telle étude viennent par son excerpts.csv.
store-join-damaged = { $what } Rien n’a été changé. Demandez à votre collègue une nouvelle copie de son dossier.
store-join-foreign = { $file }, ligne { $line } : cette ligne appartient à un autre journal. Rien n’a été changé. Demandez à votre collègue une nouvelle copie de son dossier.
store-join-forked = { $file }, ligne { $line } : à partir d’ici, chaque copie a écrit ce journal de son côté. Rien n’a été changé. Ses codages peuvent venir par son excerpts.csv.
store-join-no-text = { $file } n’est pas là, ou n’est plus tel qu’il fut écrit : un texte n’a pas suivi. Rien n’a été changé. Copiez de nouveau tout le dossier de l’étude.
store-join-unfinished = { $file } : la dernière ligne n’est pas achevée et reste dehors ; votre collègue écrivait sans doute. Joignez plus tard une copie plus récente.
store-join-nothing = Rien de nouveau : tout ce que contient cette copie est déjà là.
store-log-blind = travail d’un autre codeur (masqué tant que vous codez à l’aveugle)
store-joined = { $n ->
    [one] { $n } modification venue
   *[other] { $n } modifications venues
}{ $authors ->
    [none] {""}
   *[other] {" "}de { $authors }
} : { $codings ->
    [one] { $codings } codage
   *[other] { $codings } codages
}, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}, { $codes ->
    [one] { $codes } code
   *[other] { $codes } codes
}, { $texts ->
    [one] { $texts } texte
   *[other] { $texts } textes
}, { $others ->
    [one] { $others } autre fiche
   *[other] { $others } autres fiches
} en plus ici
store-join-erased = { $n ->
    [one] Un entretien ou une personne que votre collègue a effacés sont désormais effacés ici
   *[other] { $n } entretiens et personnes que votre collègue a effacés sont désormais effacés ici
}, dans tous les journaux et textes, et dans exports/.
store-join-doubled = Deux fiches portent la même clé ; la plus récente est montrée comme { $key }.
store-join-kind = { $kind ->
    [Coding] codage
    [Note] note
    [Code] code
    [Session] entretien
    [Document] document
    [Version] version
    [Answer] réponse
    [Scenario] scénario
    [Participant] participant
    [Memo] mémo
   *[other] fiche
}
store-join-conflict-gone = sans effet : une modification de { $kind } { $name }, qui n’est plus là
store-join-conflict-there = sans effet : { $kind } { $name } a été ajouté deux fois
store-join-conflict-circle = sans effet : { $kind } { $name } serait sous lui-même
store-join-conflict-since = non repris : { $kind } { $name } a été modifié depuis
store-join-conflict-undo = sans effet : l’annulation de quelque chose qui n’est pas venu
store-join-conflict-later = sans effet ici : une modification faite par une version plus récente du programme
store-join-conflict-erased = sans effet : une modification de { $kind } { $name }, qui est effacé
store-join-more-conflicts = { $n ->
    [one] et une autre modification
   *[other] et { $n } autres modifications
} sans effet
store-check-held = L’état enregistré n’a pas été vérifié. { $who }
store-part-missing = { $n ->
    [one] Une partie des journaux est vide alors que la personne concernée n’est pas effacée
   *[other] { $n } parties des journaux sont vides alors que les personnes concernées ne sont pas effacées
}. Remettez les journaux depuis une sauvegarde si vous en avez une.
store-state-off = L’état enregistré diffère des journaux pour { $n ->
    [one] { $n } fiche
   *[other] { $n } fiches
} ; « check --repair » le refait d’après eux.
store-text-missing = { $file } (texte de { $document }) n’est pas là. Ses codages sont conservés ; remettez le fichier depuis une sauvegarde.
store-text-damaged = { $file } (texte de { $document }) n’est plus tel qu’il fut écrit. Ses codages sont conservés ; remettez le fichier depuis une sauvegarde.
store-anchor = Le codage { $coding } ne porte plus sur les mots choisis dans { $document }.
store-label-erase = Effacer un entretien pour toujours
store-held = Cette étude est ouverte par le processus { $pid } sur { $host } depuis { $since }. Fermez-la là-bas ; tableaux et exports restent possibles.
store-being-read = D’autres programmes lisent cette étude, l’un après l’autre. Rien n’a été changé ; réessayez dans un instant.
store-given-up = Ouverture abandonnée ; rien n’a été changé.
store-exists = { $folder } existe déjà ; rien n’a été changé. Choisissez un autre nom.
store-no-study = Il n’y a pas d’étude dans { $folder }. Voyez la liste des études, ou créez-en une.
store-cannot-create = L’étude n’a pas pu être créée dans { $folder } ({ $detail }). Rien n’est resté derrière.
store-later-format = { $folder } vient d’une version plus récente ({ $found }). Rien n’a été changé ; utilisez cette version.
store-disk-full = Disque plein : rien n’est perdu tant que le programme tourne ; il réessaie. Libérez de la place pour { $file }.
store-disk-read-only = { $file } est sur un disque en lecture seule. Rien n’est perdu tant que le programme tourne ; l’écriture est retentée.
store-disk-denied = Vous n’avez pas le droit de lire ou d’écrire { $file } ({ $detail }). Vérifiez à qui il appartient.
store-disk-failed = { $file } n’a pas pu être lu ou écrit ({ $detail }). Ce qui était enregistré est conservé ; l’opération est retentée.
store-no-session = Il n’y a pas d’entretien { $id }.
store-read-only = L’étude est ouverte en lecture seule ; rien n’a été changé.
store-mixed = On ne peut pas changer à la fois des identités et d’autres données ; rien n’a été changé.
store-internal = Défaut interne ({ $detail }). Ce qui était enregistré est conservé ; merci de le signaler.
store-line-unreadable = { $file }, ligne { $line } : illisible. Tout le reste est conservé ; remettez le fichier depuis une sauvegarde si vous en avez une.
store-line-header = { $file }, ligne { $line } : son en-tête n’est plus celui qui fut écrit, la ligne n’est pas utilisée. Tout le reste est conservé ; remettez le fichier depuis une sauvegarde si vous en avez une.
store-line-part = { $file }, ligne { $line } : son contenu n’est plus celui qui fut écrit, la ligne n’est pas utilisée. Tout le reste est conservé ; remettez le fichier depuis une sauvegarde si vous en avez une.
store-line-chain = { $file }, ligne { $line } : ne suit pas la ligne précédente ; une ligne manque ou a été ajoutée. Ce qui est lisible est utilisé.
store-torn-cut = { $file }, ligne { $line } : n’a jamais été achevée ({ $bytes ->
    [one] { $bytes } octet
   *[other] { $bytes } octets
}) et a été coupée. Tout ce qui précède est là.
store-torn-left = { $file }, ligne { $line } : n’est pas achevée ; elle est peut-être en train d’arriver et n’est pas encore utilisée.

#
# end of store
#


### export
export-method-title = Méthode : { $name }
export-method-version = entretien { $version } ; tête du journal { $head } du { $date }. La même tête donne les mêmes chiffres.
export-method-asked = Qui a été interrogé
export-method-left-out = Ce qui est écarté, et pourquoi
export-method-texts = Textes et versions
export-method-figures = Chiffres par scénario
export-method-rules = Les règles, tableau par tableau
export-method-rule = { $table } : { $rule }
export-method-back = Revenir aux paroles
export-method-back-how = Chaque chiffre mène à ses passages : entretien table evidence --scenario CLÉ --format json les donne par ligne sous ‹ passages ›, et entretien show ID en montre un avec son temps et son consentement. À l’écran : Entrée sur la ligne, Entrée sur le passage. Dans les fichiers exportés : les lignes d’excerpts.csv dont counted vaut yes, par scénario, entretien et polarité.
export-method-interviews = { $n ->
    [one] Un entretien tenu et compté
   *[other] { $n } entretiens tenus et comptés
}, { $organisations ->
    [one] une organisation
   *[other] { $organisations } organisations
} ; { $planned } prévus et non tenus. Le dénominateur d’un scénario est le nombre d’entretiens interrogés à son sujet ; case vide là où aucune question ne s’y rattache, jamais 0.
export-method-stratum = Entretiens par { $stratum } : { $values }
export-method-value = { $value } ({ $n })
export-method-withdrawn = { $n ->
    [0] Aucun entretien retiré.
    [one] Un entretien retiré : ses paroles ne sont nulle part, il est compté ici.
   *[other] { $n } entretiens retirés : leurs paroles ne sont nulle part, ils sont comptés ici.
}
export-method-no-quote = { $n ->
    [0] Tous les entretiens permettent de citer.
    [one] Un entretien sans citation permise : il est compté, non cité.
   *[other] { $n } entretiens sans citation permise : ils sont comptés, non cités.
}
export-method-exclusions = { $n ->
    [0] Aucun passage écarté à la demande d’une personne.
    [one] Un passage écarté à la demande d’une personne.
   *[other] { $n } passages écartés à la demande de personnes.
}
export-method-interviewer = { $n } codages sur des paroles d’enquêteur·rice, non comptés.
export-method-superseded = { $n ->
    [0] Aucun codage remplacé par un codage arbitré.
    [one] Un codage remplacé par un codage arbitré, non compté.
   *[other] { $n } codages remplacés par un codage arbitré, non comptés.
}
export-method-references = { $n } codages sur des textes de référence, comptés à part.
export-method-mask = { $n ->
    [0] Les exports partagés ne masquent rien.
   *[other] Les exports partagés masquent les cases de moins de { $n } entretiens.
}
export-method-documents = { $n } textes, dont { $corrected } en plusieurs versions ; un passage est reporté sur la plus récente là où ses mots s’y trouvent une seule fois.
export-method-codes = { $n } codes, { $codings } codages.
export-method-guides = { $n ->
    [0] Aucun guide d’entretien.
    [one] Une version du guide d’entretien.
   *[other] { $n } versions du guide d’entretien.
}
export-method-criteria = Liste de critères : { $criteria }.
export-foot-counts = { $interviews ->
    [one] { $interviews } entretien
   *[other] { $interviews } entretiens
} · { $organisations ->
    [one] { $organisations } organisation
   *[other] { $organisations } organisations
} · { $withdrawn ->
    [one] { $withdrawn } retiré
   *[other] { $withdrawn } retirés
} · { $references } { $references ->
    [one] passage de référence
   *[other] passages de référence
}
export-foot-rule = Règle : { $rule }
export-foot-filters = Filtres : { $filters }
export-foot-head = Tête du journal : { $head } { $date }
export-warning-names = L’export contient les noms tels que les fichiers les portent (locuteurs, originaux) : il est pour qui détient l’étude. Un autre se fait avec --shared.
export-warning-unasked = { $n ->
    [one] D’un entretien on ne sait pas ce qui est permis : ses mots ne sont pas dans cet export. À noter par « entretien consent ».
   *[other] De { $n } entretiens on ne sait pas ce qui est permis : leurs mots ne sont pas dans cet export. À noter par « entretien consent ».
}
export-rule-quotes = Les mots de qui n’a pas accepté d’être cité, ou seulement après relecture, sont omis ; ‹ escaped › dit no-quote.
export-rule-unasked = Les mots de qui a un consentement inconnu sont omis ; ‹ escaped › dit consent-unknown ({ $n ->
    [0] aucun entretien
    [one] un entretien
   *[other] { $n } entretiens
}).
export-warning-text = Le texte de « { $document } », version { $version }, manque ou est abîmé : il n’est pas dans l’export.
export-warning-quotes = Le texte de « { $document } », version { $version }, manque ou est abîmé : { $n } { $n ->
    [one] codage est
   *[other] codages sont
} sans ses mots.
export-error-not-ours = { $path } n’est pas vide et n’est pas un export : choisissez un autre dossier, ou écrivez-y avec --force.
export-error-link = { $path } est un lien, qui n’est pas suivi : donnez le dossier lui-même
export-error-no-folder = { $path } n’est pas un dossier.
export-error-write = Non écrit : { $reason }
export-error-io = { $path } : { $reason }
export-moment = { $day }/{ $month }/{ $year } à { $time }
export-fact = { $name } : { $value }
export-n-minutes = { $n } min
export-noted = noté : { $words }
export-quote = « { $quote } »
export-fact-state = État
export-fact-reason = Motif
export-fact-planned = Prévu le
export-fact-started = Tenu le
export-fact-agreed = Durée convenue
export-fact-minutes = Durée de l’appel
export-fact-mode = Mode
export-fact-interviewer = Mené par
export-fact-guide = Version du guide
export-fact-consent = Accord
export-minutes = Compte rendu de l’entretien { $session }
export-minutes-withdrawn = { $session } a été retiré : il n’a pas de compte rendu
export-minutes-no-quote = Les paroles mot pour mot ne figurent pas ici : l’accord pour citer n’est pas donné.
export-minutes-left-out = (écarté à la demande de la personne)
export-minutes-unquoted = (parole non citée)
export-minutes-people = Personnes interrogées
export-minutes-person-withdrawn = { $person } a retiré son accord
export-minutes-answers = Réponses
export-minutes-ratings = Notes des scénarios
export-minutes-notes = Notes prises
export-field-interview = Clé de l’entretien
export-field-participant = Pseudonyme de la personne
export-field-speaker = Nom que la transcription donne à qui parle
export-field-role = Rôle de la personne ; interviewer : ses paroles ne sont pas comptées
export-field-organisation = Organisme de la personne
export-field-document = Clé du texte
export-field-version = Numéro de la version du texte
export-field-scenario = Clé du scénario
export-field-question = Clé de la question du guide
export-field-code = Clé du code
export-field-codes = Clés de codes, séparées par des points-virgules
export-field-note-id = Identifiant de la note
export-field-coding-id = Identifiant du codage
export-field-label = Libellé, dans la langue que dit le nom de la colonne
export-field-char-start = Début, en caractères du texte, compté à partir de 0
export-field-char-end = Fin, en caractères du texte, non comprise
export-field-at = Quand cela a été noté
export-field-by = Qui l’a noté
export-field-reason = Pourquoi
export-field-author = Qui l’a écrit
export-field-kind = Genre de la note
export-field-escaped = Colonnes de la ligne dont la cellule commence par une apostrophe ajoutée, pour qu’un tableur n’y lise pas une formule
export-field-attribute = Attribut de la personne : { $label }
export-field-codebook-key = Clé du code
export-field-codebook-parent = Clé du code dont il dépend ; vide : en tête de la grille
export-field-codebook-definition = Ce que veut dire le code
export-field-codebook-include = Quand le mettre
export-field-codebook-exclude = Quand ne pas le mettre
export-field-codebook-example = Un passage qui l’illustre
export-field-codebook-colour = Couleur à l’écran
export-field-codebook-slot = Chiffre de la touche qui le met
export-field-sessions-state = Où en est l’entretien
export-field-sessions-planned-at = Quand il est prévu
export-field-sessions-started-at = Quand l’appel a commencé
export-field-sessions-ended-at = Quand l’appel a fini
export-field-sessions-zone = Fuseau horaire de l’appel
export-field-sessions-mode = Comment il a lieu : téléphone, visio, sur place
export-field-sessions-interviewer = Qui mène l’entretien
export-field-notes-text = Les mots de la note
export-field-notes-flags = Drapeaux de la note, séparés par des points-virgules
export-field-notes-codes = Vide dans un export : les codages d’une note sont dans excerpts.csv
export-field-answers-state = Ce qu’il en est de la réponse ; une réponse qui manque n’est jamais zéro
export-field-answers-value = La valeur : 12, ~12 (environ), 3-5 (fourchette), une clé ou des mots
export-field-answers-unit = Unité de la valeur
export-field-answers-scenario = Clé du scénario noté
export-field-answers-part = Part d’une répartition, étape d’un récit, ou élément.champ d’une liste
export-field-problems-problem-id = Identifiant du problème
export-field-excerpts-study = Nom de l’étude
export-field-excerpts-polarity = Ce que le passage est pour ce scénario : pour, contre, les deux ou ni l’un ni l’autre
export-field-excerpts-strength = Force de la preuve, de 0 à 4 ; vide : non fixée
export-field-excerpts-code-label = Libellé du code
export-field-excerpts-code-path = Clés des codes au-dessus de lui, puis la sienne
export-field-excerpts-turn = Numéro du tour de parole où commence le passage
export-field-excerpts-t-start-ms = Début dans l’enregistrement, en millisecondes
export-field-excerpts-t-end-ms = Fin dans l’enregistrement, en millisecondes
export-field-excerpts-quote = Les mots du passage
export-field-excerpts-context-before = Les mots qui le précèdent
export-field-excerpts-context-after = Les mots qui le suivent
export-field-excerpts-coder = Qui a codé
export-field-excerpts-coded-at = Quand cela a été codé
export-field-excerpts-memo = Remarque de qui a codé
export-field-excerpts-rank = Place parmi les citations choisies à la main
export-field-excerpts-starred = Paroles à citer
export-field-excerpts-counted = Si les tableaux le comptent, et sinon pourquoi : paroles de qui mène l’entretien, départagé par un autre, texte de référence
export-field-excerpts-origin = Codé à la main, proposé, en série, ou pour départager
export-field-scenarios-scenario = Clé du scénario
export-field-scenarios-summary = Ce que dit le scénario, dans la langue que dit le nom de la colonne
export-field-anchors-state = Ce que le codage est devenu dans cette version : mis là, reporté, ou gardé sur l’ancienne
export-field-criteria-list = Clé de la liste de critères
export-field-criteria-criterion = Clé du critère
export-field-criteria-codes = Codes rattachés
export-field-criteria-questions = Questions rattachées
export-field-criteria-findings = Constats rattachés
export-field-exclusions-exclusion-id = Identifiant
export-field-exclusions-from-ms = Début du temps écarté, en millisecondes de l’appel
export-field-exclusions-to-ms = Fin du temps écarté, en millisecondes de l’appel
export-field-findings-finding-id = Identifiant du constat
export-field-findings-finding = Clé du constat
export-field-findings-statement = Ce qui est énoncé, dans la langue que dit le nom de la colonne
export-field-findings-confidence = Confiance jugée par une personne ; vide : par personne encore
export-field-findings-methodological = Réserve sur le recueil des paroles
export-field-findings-coherence = Réserve sur l’accord des paroles avec l’énoncé
export-field-findings-adequacy = Réserve sur la richesse et le nombre des paroles
export-field-findings-relevance = Réserve sur l’écart entre les personnes entendues et celles dont parle l’énoncé
export-field-findings-methodological-reason = Pourquoi cette réserve
export-field-findings-coherence-reason = Pourquoi cette réserve
export-field-findings-adequacy-reason = Pourquoi cette réserve
export-field-findings-relevance-reason = Pourquoi cette réserve
export-field-findings-for = Codages qui appuient le constat
export-field-findings-against = Codages qui s’y opposent
export-field-findings-seen = Preuves sur lesquelles il a été jugé, chacune dans son état d’alors
export-field-summaries-summary = Ce que l’entretien dit du thème, écrit par une personne
export-field-summaries-over = Empreinte des passages sur lesquels le résumé a été écrit
export-field-summaries-n-passages = Passages sur lesquels le résumé a été écrit
export-field-summaries-written-at = Quand il a été écrit
export-field-memos-memo-id = Identifiant du mémo
export-field-memos-about = Ce dont parle le mémo
export-field-memos-target = Clé ou identifiant de ce dont il parle
export-field-memos-text = Les mots du mémo
export-field-certifications-certification = Code de la certification dans son répertoire
export-field-certifications-title = Intitulé
export-field-certifications-certifier = Qui certifie
export-field-certifications-level = Niveau, tel que le répertoire le donne
export-field-certifications-registered-on = Premier jour de l’enregistrement
export-field-certifications-expires-on = Dernier jour de l’enregistrement
export-field-certifications-seen-on = Jour où elle a été consultée
export-field-certifications-own = yes : la certification étudiée
export-field-certifications-covers = Clés des codes des compétences qu’elle couvre, séparées par des points-virgules
export-field-certifications-codes = Clés des codes dont les passages la citent, séparées par des points-virgules
export-field-certifications-names = Autres noms par lesquels on l’appelle, séparés par des points-virgules
export-field-certifications-note = Ce qu’il faut savoir de plus
export-field-saved-saved = Nom sous lequel c’est gardé
export-field-saved-kind = Recherche de mots, ou passages par leurs codes
export-field-saved-pattern = Ce qui est cherché
export-field-saved-reading = Comment c’est lu : expression régulière, à la lettre, mots entiers
export-field-saved-voice = Paroles de qui
export-field-saved-where = Attributs que doivent avoir les personnes, séparés par des points-virgules
export-field-saved-code = Clé du code que doit avoir le passage
export-field-sessions-minutes = Durée de l’appel en minutes, pauses ôtées ; avant l’appel, celle qui est prévue
export-field-sessions-planned-minutes = Durée convenue, en minutes
export-field-sessions-reason = Pourquoi l’entretien a été refusé, manqué ou annulé
export-field-sessions-guide-version = Version du guide avec laquelle l’entretien a été mené
export-field-sessions-anchor-ms = Où dans l’appel l’enregistrement a commencé, en millisecondes
export-field-sessions-pauses = Pauses : début et durée en millisecondes de l’appel, comme 754000+300000, séparées par des points-virgules
export-field-sessions-visits = L’ordre dans lequel le guide a été suivi : millisecondes de l’appel et question, séparées par des points-virgules
export-field-sessions-scenario-order = L’ordre dans lequel les cartes des scénarios ont été montrées
export-field-sessions-spent-preparing = Minutes de préparation, saisies
export-field-sessions-spent-call = Minutes de l’appel, saisies à la place de son horloge
export-field-sessions-spent-notes = Minutes passées sur les notes, saisies
export-field-sessions-spent-coding = Minutes de codage, saisies
export-field-sessions-debrief = Champ du débriefing écrit dans l’heure après l’entretien
export-field-participants-consent = Ce que la personne permet ; vide : inconnu
export-field-participants-consent-at = Quand l’accord a été noté
export-field-participants-consent-by = Qui a noté l’accord
export-field-participants-consent-form = Version du formulaire d’accord
export-field-participants-recording = Si la personne a permis l’enregistrement
export-field-participants-contact = Si la personne a permis d’être recontactée
export-field-participants-closing = Si l’on a demandé à la personne, à la fin, ce qui est à laisser de côté
export-field-participants-withdrawn-at = Quand la personne s’est retirée
export-field-participants-informed = Éléments du formulaire qui ont été dits, séparés par des points-virgules
export-field-notes-t-ms = Temps de la première lettre, en millisecondes de l’appel
export-field-notes-recording-ms = Le même temps dans l’enregistrement, en millisecondes
export-field-answers-t-ms = Temps de la réponse, en millisecondes de l’appel
export-field-problems-at = Quand le problème s’est présenté
export-field-problems-text = Ce qui n’allait pas
export-field-problems-settled-at = Quand il a été réglé ; vide : il est ouvert
export-field-problems-settled = Comment il a été réglé
export-minutes-debrief = Débriefing
export-head-question = question
export-head-part = part
export-head-answer = réponse
export-head-scenario = scénario
export-head-time = temps
export-head-kind = genre
export-head-note = note
export-head-flags = marques
export-head-session = entretien
export-head-state = état
export-head-planned = prévu le
export-head-held = tenu le
export-head-met = noté le
export-head-problem = problème
export-head-settled = réglé
export-progress = Point d’étape : { $study }
export-progress-date = État de l’étude au { $date }
export-progress-sample = Échantillon
export-progress-empty = { $n ->
    [one] Un croisement sans entretien : { $cells }
   *[other] { $n } croisements sans entretien : { $cells }
}
export-progress-calendar = Calendrier
export-progress-past = { $state }, date passée
export-progress-figures = Premiers chiffres
export-progress-problems = Problèmes
export-progress-open = à régler
export-progress-hours = Temps passé
export-study-date = État au { $date }, tête du journal { $head }. Chaque chiffre et chaque citation mène à ses passages : voir la page de méthode.
export-study-short = En bref
export-study-own = Votre texte ici : il reste quand le document est refait.
export-study-rated = Adhésion demandée en entretien
export-study-not-rated = Aucune note n’a été demandée pour ce scénario : l’adhésion n’est pas déduite des extraits.
export-study-evidence = Ce qui appuie, ce qui s’oppose
export-study-nothing = Aucune preuve : aucun passage n’est codé pour ce scénario.
export-study-all = tous codes
export-study-for = Paroles qui appuient
export-study-against = Paroles qui s’opposent
export-study-no-quote = Aucune parole qui puisse être citée.
export-study-findings = Constats
export-study-finding-counts = Entretiens : { $interviews } (pour { $plus }, contre { $minus }, partagés { $mixed }) ; extraits : { $excerpts }.
export-study-finding-confidence = Confiance { $confidence ->
    [high] haute
    [moderate] modérée
    [low] basse
    [very-low] très basse
   *[none] non jugée
}{ $said ->
    [no] .
   *[other] { " : " }{ $reason }
}
export-study-finding-component = { $component ->
    [methodological] Limites de méthode
    [coherence] Cohérence
    [adequacy] Suffisance des données
   *[relevance] Pertinence
} : réserve { $concern ->
    [none] nulle
    [minor] mineure
    [moderate] modérée
   *[substantial] importante
}{ $said ->
    [no] .
   *[other] { ". " }{ $reason }
}
export-study-finding-changed = Ses preuves ont changé depuis qu’il a été jugé : à relire.
export-study-criteria = Critères
export-study-criterion-title = Critère { $key } : { $label }
export-study-whole = ensemble
export-study-stratum = { $attribute } : { $stratum }
export-study-criterion = { $state ->
    [evidence] Preuves : { $interviews } entretiens ({ $excerpts } extraits), { $answered } entretiens avec réponse.
    [gap] Aucune preuve : rien de ce qui lui est rattaché n’a été dit.
   *[not-mapped] Aucune preuve : rien ne lui est rattaché.
}
export-study-cannot = Hors d’atteinte des entretiens : { $what }.
export-study-common = Compétences communes et spécifiques
export-study-verdict = { $verdict ->
    [common] Communes
    [specific] Spécifiques
    [intermediate] Intermédiaires
   *[other] Non conclues
} ({ $n }) : { $codes }
export-study-counts = Compter : projets et personnes
export-study-gaps = Ce que personne n’a dit
export-study-silent = { $n ->
    [0] Chaque code a au moins un passage.
    [one] Un code sans passage : { $codes }
   *[other] { $n } codes sans passage : { $codes }
}
export-study-empty = { $n ->
    [0] Aucun croisement de l’échantillon n’est vide.
    [one] Un croisement de l’échantillon sans entretien : { $cells }
   *[other] { $n } croisements de l’échantillon sans entretien : { $cells }
}
export-study-annex = Annexe : tous les passages comptés
export-study-annex-code = code
export-study-annex-side = sens
export-study-annex-where = entretien
export-study-annex-words = paroles
export-study-annex-left = { $n ->
    [one] Un passage compté n’est pas cité ici : consentement, ou trop peu d’entretiens derrière son code.
   *[other] { $n } passages comptés ne sont pas cités ici : consentement, ou trop peu d’entretiens derrière leur code.
}
export-taken = { $file } n’a pas été écrit depuis cette étude, ou a été modifié depuis ; rien n’est écrit. Choisissez un autre nom, ou écrivez avec --force.
export-loss = Non transmis : { $n } × { $what } { $place } : { $why }
export-losses = { $n ->
    [one] { $n } sorte d’élément n’est pas transmise ; la liste est dans { $file }
   *[other] { $n } sortes d’éléments ne sont pas transmises ; la liste complète est dans { $file }
}
export-loss-long = plus long que ce que le format contient ; la suite est laissée de côté
export-as-csv = fichiers de données (CSV, TOML, JSON) dans un dossier
export-as-xlsx = classeur (.xlsx) : tableaux, une feuille par scénario, données
export-loss-originals = les fichiers d’où viennent les textes n’y sont pas ; exportez le dossier des fichiers de données pour les garder
export-loss-not-spoken = les notes ne sont pas ce que quelqu’un a dit
export-loss-no-codings = un corpus a des textes, pas de codages
export-loss-variable = les noms et valeurs de variables n’ont que des lettres et des chiffres
export-loss-interviewer = les paroles de qui mène l’entretien ne sont pas du corpus
export-loss-asterisk = c’est le signe du corpus ; une espace est à sa place
export-loss-veiled = paroles qui restent dehors
export-loss-columns = une feuille a au plus { $n } colonnes
export-loss-time = une feuille compte les moments à la milliseconde ; le reste est coupé
export-loss-cell = plus long que ce que contient une cellule ; coupé là, entier sur la feuille des textes longs
export-sheet-guarded = { $n ->
    [one] { $n } cellule commence comme une formule (= + - @ …) : elle est typée comme texte et n’est jamais calculée ; enregistrée en CSV depuis un tableur, elle le serait
   *[other] { $n } cellules commencent comme des formules (= + - @ …) : elles sont typées comme texte et ne sont jamais calculées ; enregistrées en CSV depuis un tableur, elles le seraient
}
export-sheet-table = tableau { $table }
export-sheet-long = textes longs
export-sheet-long-what = Textes plus longs que ce que contient une cellule, en morceaux
export-sheet-scenario = Passages pour ou contre : { $scenario }
export-sheet-data = Fichier de données { $file }.csv, sous le nom de ses colonnes
export-sheet-sheet = Feuille
export-sheet-row = Ligne
export-sheet-column = Colonne
export-sheet-part = Morceau
export-sheet-words = Texte
export-sheet-holds = Ce qu’elle contient
export-sheet-rows = Lignes
export-sheet-study = Étude
export-sheet-date = État au (UTC)
export-sheet-head = Tête du journal
export-sheet-whom = Pour qui
export-sheet-left-work = Pas de feuille : il dit où en est le travail, ce n’est pas un résultat de l’étude
export-sheet-left-alone = Pas de feuille : il montre un par un les entretiens, ou qui y a travaillé, pour la seule personne responsable de l’étude
export-sheet-left-few = Pas de feuille : chaque ligne repose sur trop peu d’entretiens
export-sheet-shared = Pour d’autres : pseudonymes, aucune parole de qui n’a pas donné son accord, cellules de moins de { $n } entretiens en <{ $n }, aucune ligne d’un seul entretien
export-sheet-owner = Pour qui mène l’étude : il peut contenir des noms
export-sheet-cells = Cellules
export-sheet-utc = Les moments sont en UTC ; une cellule vide n’est pas un zéro
export-sheet-code = Code
export-sheet-polarity = Pour ou contre
export-sheet-strength = Force
export-sheet-quote = Paroles
export-sheet-interview = Entretien
export-sheet-organisation = Organisation
export-sheet-participant = Participant
export-sheet-role = Fonction
export-sheet-time = Moment de l’enregistrement
export-sheet-memo = Mémo
export-sheet-coder = Codeur
export-sheet-counted = Compté
export-sheet-escaped = Sans paroles : pourquoi
export-sheet-id = Codage
export-as-json = tout en un document JSON (.json)
export-as-iramuteq = corpus pour IRaMuTeQ (.txt)
export-as-study = l’étude en document (.docx ou .md)
export-as-slides = diaporama (.pptx)
export-as-infographic = infographie (.html ou .typ)
export-as-pack = dossier à remettre : tout, en dossier ou .zip
export-as-qdpx = projet REFI-QDA (.qdpx), pour MAXQDA, NVivo, ATLAS.ti, QualCoder…
export-as-qdc = livre de codes REFI-QDA (.qdc) : les codes seuls
export-no-codes = L’étude n’a aucun code : il n’y a pas de livre de codes à écrire ; rien n’est écrit.
refi-loss-damaged = le fichier de ses tours de parole est abîmé
refi-loss-older-version = un projet ne contient que la dernière version d’un texte
refi-loss-no-code = son code n’est pas dans le projet
refi-loss-no-text = son texte n’est pas dans le projet
refi-loss-original = un projet contient le texte tel qu’il a été lu, pas le fichier d’où il vient
refi-loss-no-place = un livre de codes REFI-QDA n’a pas de place pour cela
refi-loss-colour = une couleur du terminal s’écrit comme la valeur #rrggbb la plus proche
refi-loss-note = REFI-QDA n’a pas de place pour cela : une note l’emporte, que seul entretien sait relire
refi-loss-meant = scénario, polarité, force et étoile partent en notes sur les codages, que les autres logiciels montrent comme des mémos
export-own-foreign = Ce fichier n’a pas été fait par ce programme ; rien n’est écrit.
export-own-place = Ligne { $line } : le lieu « { $key } » n’est pas fermé, pas ouvert, ou deux fois là ; rien n’est écrit.
export-own-damaged = Le document déjà là est illisible ({ $reason }) ; rien n’est écrit.
export-own-edited = { $file } a été modifié hors des lieux prévus : le refaire perdrait ces mots. Mettez-les dans un lieu prévu, choisissez un autre nom, ou écrivez avec --force.
export-study-contents = Sommaire
export-own-refused = { $file } : { $reason }
export-own-left = Textes dont le lieu n’est plus dans l’étude
export-own-moved = { $n ->
    [one] Un texte n’a plus de lieu dans l’étude ; il est mis à la fin : { $places }
   *[other] { $n } textes n’ont plus de lieu dans l’étude ; ils sont mis à la fin : { $places }
}
export-template-faulty = Modèle { $file } : { $reason } ; celui du programme est pris.
export-template-lacks = Modèle { $file } : styles absents, donc sans effet : { $styles }
deliver-colon =  :
deliver-interviews = entretiens
deliver-organisations = organisations
deliver-scenarios = scénarios étudiés
deliver-sample = Qui a été entendu
deliver-counts = Ce qui a été compté
deliver-question = question
deliver-sum = somme
deliver-answered = ont répondu
deliver-support = Ce qui appuie chaque scénario, ce qui s’y oppose
deliver-support-how = On compte des entretiens distincts, jamais des citations. Un entretien qui dit les deux est partagé.
deliver-for = pour
deliver-against = contre
deliver-mixed = partagés
deliver-of-asked = interrogés
deliver-marks = notes de 1 à 5
deliver-median = médiane
deliver-few = Ces nombres sont petits : ils disent ce qui existe et pourquoi, pas la part qu’il a dans la branche.
deliver-competences = Compétences clés
deliver-competences-how = Nombre d’entretiens distincts qui en parlent, quel que soit le scénario.
deliver-common = Communes
deliver-specific = Spécifiques
deliver-none = Aucune qui puisse être conclue.
deliver-voices = Les paroles
deliver-no-quote = Aucune parole qui puisse être citée.
deliver-method = Méthode
deliver-method-how = Entretiens menés d’après un guide, passages codés un à un ; chaque chiffre mène à ses passages dans l’étude et ses fichiers. Nul n’est cité sans son accord.
deliver-masked = Sont masqués les nombres d’entretiens inférieurs à
deliver-withdrawn = Entretiens retirés :
deliver-slide-sample = { $n ->
    [one] Un entretien, { $organisations } organisations
   *[other] { $n } entretiens, { $organisations } organisations
}
deliver-slide-support = { $scenario } : { $n ->
    [one] un entretien y trouve une raison d’appuyer
   *[other] { $n } entretiens y trouvent une raison d’appuyer
}
deliver-slide-scenario = { $scenario } : { $plus } pour, { $minus } contre, { $mixed } partagés, sur { $n } entretiens
deliver-slide-scenario-hidden = { $scenario } : { $n } entretiens en parlent, trop peu de chaque côté pour être montrés
deliver-slide-marks = Notes de 1 à 5 ; entretiens interrogés : { $n }
deliver-slide-marks-hidden = Notes de 1 à 5 : trop peu de chaque pour être montrées. Entretiens interrogés : { $n }.
deliver-slide-spoken = Entretiens distincts qui en parlent, sur { $n }
deliver-slide-sides = Entretiens distincts contre, partagés et pour
deliver-slide-competences = Ce dont on parle le plus : { $code } ({ $n ->
    [one] un entretien
   *[other] { $n } entretiens
})
deliver-slide-rating = Adhésion demandée : médiane { $median }, favorables { $favourable }
deliver-slide-not-rated = Adhésion non demandée
deliver-slide-notes = Chiffres au { $date }, tête du journal { $head }. { $rule }
deliver-slide-stratum = critère
export-own-lacks = il y manque { $what }
export-pack-head = Remis par entretien { $version }, tête du journal { $head }. La même étude donne les mêmes octets ; `sha256sum --check SHA256SUMS` vérifie chaque fichier.
export-pack-files = Les fichiers
export-pack-file = fichier
export-pack-is = ce que c’est
export-pack-size = octets
export-pack-what = { $file ->
    [study] l’étude, en Word et en Markdown ; les lieux marqués sont à vous
    [slides] les diapositives, tableaux et graphiques modifiables
    [infographic] l’infographie, quatre pages A4 ; la source .typ est pour typst
    [method] la page de méthode : règles, versions, ce qui est écarté
    [schema] le schéma de toutes les données (Table Schema)
    [excerpts] chaque passage codé, une ligne par codage et scénario
    [evidence] les tableaux de preuves
    [codebook] la grille de codage
    [answers] les réponses et leur état
    [template] un modèle : à copier dans le dossier templates de l’étude pour le changer
    [transcript] une transcription, sous pseudonymes
   *[data] des données, décrites dans datapackage.json
}
export-pack-again = Refaire les chiffres sans ce programme
export-pack-evidence = Preuves d’un scénario : dans data/excerpts.csv, les lignes de ce scénario dont counted vaut yes ; par entretien, supports et contradicts ensemble ou mixed font un entretien partagé, sinon supports seul fait pour, contradicts seul contre, le reste neutre.
export-pack-codes = Compétences : les mêmes lignes, par code ; on compte des valeurs distinctes de interview.
export-pack-adherence = Adhésion : dans data/answers.csv, les lignes du scénario dont state vaut answered ; la médiane des valeurs.
export-pack-sums = Comptes : dans data/answers.csv, les valeurs d’une question ; ~12 vaut 12, les fourchettes sont laissées de côté.
export-pack-left-out = N’y sont pas : les identités, les fichiers d’origine, les paroles de qui n’a pas donné son accord. Les petites cases sont masquées dans les tableaux.

#
# end of export
#
export-auto = { $place }, codage automatique non relu
export-moved-total = Total
export-moved-figures = { $n ->
    [0] {""}
    [one] un chiffre a bougé
   *[other] { $n } chiffres ont bougé
}{ $follow ->
    [0] {""}
    [one] , dont un qui suit (borne, remarque, décimale)
   *[other] , dont { $follow } qui suivent (bornes, remarques, décimales)
}
export-moved-more = { $n ->
    [one] un autre chiffre
   *[other] { $n } autres chiffres
}
export-moved-new = { $n ->
    [one] une ligne nouvelle
   *[other] { $n } lignes nouvelles
}
export-moved-gone = { $n ->
    [one] une ligne disparue
   *[other] { $n } lignes disparues
}

### analysis
analysis-origin-no-note = la note n’est pas là, ou elle est écartée
analysis-origin-no-transcript = l’entretien n’a pas de transcription
analysis-origin-no-words = la note n’a pas de mot de quatre lettres ou plus
analysis-origin-silence = rien n’a été dit dans les deux minutes avant la note (l’ancre de l’enregistrement est-elle juste ?)
analysis-origin-other-words = ce qui a été dit à cette minute n’a aucun mot de la note
analysis-origin-untimed = sans heure, il faut deux mots en commun, et aucun passage ne les a
analysis-column-scenario = scénario
analysis-column-scenario-desc = Clé du scénario
analysis-column-code = code
analysis-column-code-desc = Clé du code ; vide pour le total de tous les codes
analysis-column-n-excerpts = extraits
analysis-column-n-excerpts-desc = Passages distincts des entretiens qui portent le code
analysis-column-n-supporting-excerpts = extraits +
analysis-column-n-supporting-excerpts-desc = Passages qui appuient le scénario sans le contredire
analysis-column-n-contradicting-excerpts = extraits −
analysis-column-n-contradicting-excerpts-desc = Passages qui contredisent le scénario sans l’appuyer
analysis-column-n-mixed-excerpts = extraits ~
analysis-column-n-mixed-excerpts-desc = Passages qui appuient et contredisent le scénario
analysis-column-n-neutral-excerpts = extraits =
analysis-column-n-neutral-excerpts-desc = Passages qui n’appuient ni ne contredisent le scénario
analysis-column-n-reference-excerpts = références
analysis-column-n-reference-excerpts-desc = Passages distincts de textes qui ne sont pas des entretiens ; dans aucun autre compte
analysis-column-n-interviews = entretiens
analysis-column-n-interviews-desc = Entretiens distincts où un tel passage se trouve : somme des quatre comptes par polarité
analysis-column-n-organisations = organisations
analysis-column-n-organisations-desc = Organisations distinctes de celles et ceux qui disent ces passages
analysis-column-n-supporting = { "+" }
analysis-column-n-supporting-desc = Entretiens qui appuient le scénario sans le contredire
analysis-column-n-contradicting = { "−" }
analysis-column-n-contradicting-desc = Entretiens qui contredisent le scénario sans l’appuyer
analysis-column-n-mixed = { "~" }
analysis-column-n-mixed-desc = Entretiens qui appuient et contredisent le scénario
analysis-column-n-neutral = { "=" }
analysis-column-n-neutral-desc = Entretiens qui n’appuient ni ne contredisent le scénario
analysis-column-n-asked = interrogés
analysis-column-n-asked-desc = Entretiens où une question a été posée sur le scénario ; vide s’il n’y a pas de telle question
analysis-column-max-strength-supporting = force +
analysis-column-max-strength-supporting-desc = Plus grande force parmi les codages qui appuient
analysis-column-max-strength-contradicting = force −
analysis-column-max-strength-contradicting-desc = Plus grande force parmi les codages qui contredisent
analysis-column-strata-covered = strates
analysis-column-strata-covered-desc = Valeurs des strates représentées par celles et ceux qui parlent
analysis-column-best-quote = meilleur extrait
analysis-column-best-quote-desc = Les mots du meilleur passage que l’on peut citer
analysis-column-best-quote-ref = son codage
analysis-column-best-quote-ref-desc = Identifiant du codage du meilleur passage
analysis-column-question = question
analysis-column-question-desc = Clé de la question
analysis-column-n-answered = répondu
analysis-column-n-answered-desc = Entretiens qui ont répondu
analysis-column-n-partial = en partie
analysis-column-n-partial-desc = Entretiens qui ont répondu en partie
analysis-column-n-not-asked = non posée
analysis-column-n-not-asked-desc = Entretiens où la question est marquée non posée
analysis-column-n-not-applicable = sans objet
analysis-column-n-not-applicable-desc = Entretiens où la question est sans objet
analysis-column-n-refused = refus
analysis-column-n-refused-desc = Entretiens qui ont refusé de répondre
analysis-column-n-unknown = ne sait pas
analysis-column-n-unknown-desc = Entretiens qui ne savent pas
analysis-column-sum = somme
analysis-column-sum-desc = Somme des nombres donnés ; « environ n » vaut n, les fourchettes sont laissées de côté
analysis-column-mean = moyenne
analysis-column-mean-desc = Moyenne des nombres donnés
analysis-column-median = médiane
analysis-column-median-desc = Médiane des nombres donnés
analysis-column-min = minimum
analysis-column-min-desc = Plus petit nombre donné
analysis-column-max = maximum
analysis-column-max-desc = Plus grand nombre donné
analysis-column-n-mark = note
analysis-column-n-mark-desc = Entretiens qui ont donné cette note
analysis-column-target = cible
analysis-column-target-desc = Attributs que doivent avoir les entretiens
analysis-column-n-wanted = voulus
analysis-column-n-wanted-desc = Entretiens voulus
analysis-column-n-done = menés
analysis-column-n-done-desc = Entretiens menés qui comptent
analysis-column-n-planned = prévus
analysis-column-n-planned-desc = Entretiens prévus et pas encore menés
analysis-column-n-missing = manquants
analysis-column-n-missing-desc = Entretiens encore à trouver
analysis-column-universe = population
analysis-column-universe-desc = Combien il y en a dans la population
analysis-column-part = part
analysis-column-part-desc = Part du tout
analysis-column-field = champ
analysis-column-field-desc = Ce qui est demandé de chaque élément
analysis-column-value = cité
analysis-column-value-desc = Ce qui est cité, tel qu’écrit la première fois
analysis-column-n-mentions = mentions
analysis-column-n-mentions-desc = Combien de fois il est cité
analysis-column-other-code = avec
analysis-column-other-code-desc = Clé de l’autre code
analysis-column-verdict = verdict
analysis-column-verdict-desc = commune (common), spécifique (specific), intermédiaire (intermediate) ou non conclu (not concluded), selon la règle ci-dessous
analysis-column-n-cited = citent
analysis-column-n-cited-desc = Entretiens de la strate qui citent le code
analysis-column-unit = unité
analysis-column-unit-desc = Unité des nombres
analysis-column-attribute = attribut
analysis-column-attribute-desc = Attribut qui fait les strates
analysis-column-stratum = strate
analysis-column-stratum-desc = Valeur de l’attribut ; vide pour l’ensemble
analysis-column-variance = variance
analysis-column-variance-desc = Variance des nombres dans la strate
analysis-column-total = total
analysis-column-total-desc = Total estimé de la population
analysis-column-standard-error = erreur type
analysis-column-standard-error-desc = Erreur type du total
analysis-column-note = remarque
analysis-column-note-desc = Ce qui n’a pu être estimé, ou a été laissé de côté
analysis-column-n-asked-question = Entretiens où la question a été posée : réponse, réponse partielle, refus ou ne sait pas
analysis-column-n-asked-rating = Entretiens à qui l’on a demandé de noter le scénario
analysis-column-n-asked-code = Entretiens de la strate où a été posée une question qui nomme le code, ou tous s’il n’y en a pas
analysis-column-n-interviews-said = Entretiens distincts qui le citent
analysis-column-code-plain = Clé du code
analysis-column-n-excerpts-both = Passages distincts qui portent les deux codes
analysis-column-n-interviews-both = Entretiens distincts où les deux codes se trouvent
analysis-rule-changed = { $rule } Ces questions ont changé entre les versions { $versions } du guide, et leurs réponses sont réunies ici : { $questions }.
analysis-changed-question = { $question } ({ $what })
analysis-changed-list = { $before }, { $next }
analysis-changed-text = mots
analysis-changed-kind = type
analysis-changed-options = options
analysis-changed-unit = unité
analysis-rule-answers = Un entretien compte une fois par question ; s’il a plusieurs réponses, selon celle qui en dit le plus. Sans réponse, il n’est dans aucune colonne : un blanc n’est jamais zéro. Les sommes prennent ‹ environ n › pour n et laissent les fourchettes de côté.
analysis-rule-adherence = Notes de 1 (contre) à 5 (pour) demandées et données en entretien : une note par entretien et par scénario. L’adhésion n’est jamais déduite des extraits. ‹ Favorables › compte les notes 4 et 5 parmi les notes données, avec l’intervalle de Wilson à 95 %.
analysis-rule-sample = Un entretien mené compte une fois dans chaque cible dont une des personnes interrogées a les attributs ; les entretiens prévus sont comptés à part ; les entretiens retirés nulle part. Une case est vide (empty) quand personne n’y est mené ni prévu, courte (short) quand il en manque, couverte (booked) quand les rendez-vous suffisent, pleine (full) quand l’objectif est atteint. Est codé un entretien qui porte au moins un codage.
analysis-rule-allocation = Moyenne de chaque part sur les répartitions complètes, dont les parts font 100 (à un demi-point près) ; une part qu’elles ne citent pas n’a rien reçu. Les répartitions partielles sont comptées, sans entrer dans les moyennes ; les fourchettes sont laissées de côté.
analysis-rule-mentions = Ce qui est cité dans les listes ; majuscules et accents ne font pas de différence. Un entretien compte une fois pour chaque chose qu’il cite. La part est celle des entretiens où la question a été posée, avec l’intervalle de Wilson à 95 %.
analysis-rule-matrix = Passages distincts de chaque entretien qui portent le code. { $rules }
analysis-rule-cooccurrence = Deux codes vont ensemble sur un passage quand tous deux sont sur ce passage exactement, dans un entretien quand tous deux s’y trouvent. { $rules }
analysis-rule-criteria = { $list } ({ $reference }){ $dated ->
    [both] , en vigueur à partir du { $from } jusqu’au { $until }.
    [from] , en vigueur à partir du { $from }.
   *[no] .
} Les preuves d’un critère sont ce que quelqu’un lui a rattaché : passages de ses codes et de ceux qu’ils contiennent, passages de ses constats, réponses à ses questions. ‹ Lacune › : rattaché, mais ni passage ni réponse d’un entretien ; ‹ rien de rattaché › : personne n’y a rien rattaché. Ce que des entretiens ne peuvent pas apporter est dit au bout de chaque ligne. { $rules }
analysis-rule-criteria-unknown = L’étude nomme la liste de critères ‹ { $list } ›, et il n’y en a pas de ce nom. Connues : { $known }.
analysis-column-criterion = critère
analysis-column-criterion-desc = Clé du critère dans sa liste
analysis-column-label = libellé
analysis-column-label-criterion = Ce que demande le critère, en peu de mots ; l’article le dit en entier
analysis-column-criterion-state = état
analysis-column-criterion-state-desc = evidence (des preuves), gap (aucune preuve) ou not-mapped (rien n’est rattaché)
analysis-column-codes = codes
analysis-column-codes-desc = Clés des codes rattachés ; ceux qu’ils contiennent comptent aussi
analysis-column-questions = questions
analysis-column-questions-desc = Clés des questions rattachées
analysis-column-findings = constats
analysis-column-findings-desc = Clés des constats rattachés
analysis-column-n-excerpts-criterion = Passages distincts d’entretiens qui en parlent
analysis-column-n-interviews-criterion = Entretiens distincts qui ont un tel passage
analysis-column-n-answered-criterion = Entretiens qui ont répondu à une question rattachée
analysis-column-note-criterion = Aucune preuve, ou ce qui était rattaché et n’est plus là
analysis-column-cannot = hors d’atteinte
analysis-column-cannot-desc = Ce que des entretiens ne peuvent pas apporter à ce critère
analysis-criterion-gap = { $state ->
    [gap] aucune preuve
   *[not-mapped] aucune preuve : rien n’est rattaché
}
analysis-criterion-gone = { $what ->
    [code] un code disparu ({ $key })
   *[finding] un constat disparu ({ $key })
}
analysis-rule-findings = Un constat est un énoncé avec les codages que quelqu’un a mis pour et contre lui ; + et − comptent le côté où le passage a été mis, quelle que soit sa polarité pour le scénario ; un entretien qui a les deux est mixte. La confiance et les réserves sont le jugement d’une personne : les chiffres à côté sont ce sur quoi il peut reposer, non un verdict. ‹ Changé › : un codage a été ajouté, modifié, ôté ou retiré depuis. { $rules }
analysis-column-cited-desc = Parmi les passages mis pour ou contre le constat
analysis-column-finding = constat
analysis-column-finding-desc = Clé du constat
analysis-column-statement = énoncé
analysis-column-statement-desc = Ce qui est énoncé
analysis-column-confidence = confiance
analysis-column-confidence-desc = high (élevée), moderate (modérée), low (faible) ou very-low (très faible), jugée par une personne ; vide : par personne encore
analysis-column-finding-state = état
analysis-column-finding-state-desc = not-judged (pas jugé), stands (tient) ou changed : les preuves ne sont plus celles qui ont été jugées
analysis-column-methodological = méthode
analysis-column-methodological-desc = Réserves sur le recueil des paroles, et pourquoi
analysis-column-coherence = cohérence
analysis-column-coherence-desc = Réserves sur l’accord des paroles avec l’énoncé, et pourquoi
analysis-column-adequacy = suffisance
analysis-column-adequacy-desc = Réserves sur la richesse et le nombre des paroles, et pourquoi
analysis-column-relevance = pertinence
analysis-column-relevance-desc = Réserves sur l’écart entre les personnes entendues et celles dont parle l’énoncé, et pourquoi
analysis-column-judgement = raison
analysis-column-judgement-desc = Pourquoi cette confiance
analysis-column-n-added-since = ajoutés depuis
analysis-column-n-added-since-desc = Codages ajoutés depuis le jugement ; vide : pas de jugement
analysis-column-n-changed-since = changés depuis
analysis-column-n-changed-since-desc = Codages dont les mots, le code, la force ou la polarité ont changé depuis le jugement
analysis-column-n-gone-since = disparus depuis
analysis-column-n-gone-since-desc = Codages ôtés, supprimés ou retirés depuis le jugement
analysis-rule-common = Par { $attribute } : un entretien cite un code quand il le porte avec une force de { $strength } ou plus (une force non fixée vaut 2). Commune : citée dans chaque strate par au moins deux entretiens et { $share } % de ceux interrogés. Spécifique : par deux entretiens ou plus d’une strate et aucun des autres. Non conclu : une strate a moins de { $fewest } entretiens interrogés. Sinon intermédiaire. Sont interrogés les entretiens où une question qui nomme le code a été posée ; si aucune ne le nomme, tous ceux de la strate. { $rules }
analysis-rule-totals = Moyenne de chaque strate multipliée par sa population, puis additionnée ; erreur type avec correction de population finie. Un échantillon raisonné n’est pas aléatoire : c’est un ordre de grandeur. ‹ Environ n › vaut n, les fourchettes sont laissées de côté et comptées en remarque. Un entretien dans plusieurs strates compte une fois dans chacune, une fois dans l’ensemble.
analysis-column-literal = { $text }
analysis-column-of-value = { $column } · { $value }
analysis-error-unknown = { $what ->
    [table] Aucun tableau
    [scenario] Aucun scénario
    [coder] Aucun codeur
    [code] Aucun code
    [interview] Aucun entretien
    [column] Aucune colonne
    [unit] Aucune unité
    [speaker] Aucun locuteur
    [question] Aucune question
   *[attribute] Aucun attribut
} ne s’appelle « { $name } ». { $n ->
    [0] Il n’y en a pas encore.
   *[other] Il y a : { $near }
}
analysis-error-value = L’attribut « { $attribute } » n’a pas de valeur « { $value } ». { $n ->
    [0] Il n’en a pas encore.
   *[other] Il a : { $near }
}
analysis-error-not-by = Le tableau « { $table } » n’a pas de groupes : demandez-le sans attribut.
analysis-quotes-verbatim = mot pour mot
analysis-quotes-differs = diffère
analysis-quotes-not-found = introuvable
analysis-quotes-withdrawn = consentement retiré : ne pas imprimer
analysis-quotes-left-out = passage exclu à la demande de la personne : ne pas imprimer
analysis-quotes-no-quote = le consentement interdit de citer
analysis-quotes-interviewer = paroles de l’enquêteur·rice
analysis-quotes-several-voices = plusieurs personnes dans une citation
analysis-quotes-paraphrase = note qui n’est pas un verbatim
analysis-quotes-unclosed = jamais refermée
analysis-quotes-right = juste
analysis-quotes-wrong = faux
analysis-quotes-unknown-reference = référence inconnue
analysis-quotes-unchecked = sans référence
analysis-quotes-expected = le tableau a { $k } sur { $n }
analysis-quotes-words = « { $text } »
analysis-quotes-times = dit à { $n } endroits
analysis-quotes-written = écrit :
analysis-quotes-said = dit : {" "}
analysis-quotes-inserted = ajouté entre crochets : { $words }
analysis-suggest-said = { $words }
analysis-suggest-asked = demandé : { $words }
analysis-suggest-guide = question { $key }
analysis-suggest-use = posé tout près, ou souvent
analysis-search-empty = Il n’y a rien à chercher : tapez un mot.
analysis-search-control = Un caractère de commande ({ $code }) ne peut pas être cherché.
analysis-search-long = Le motif a { $bytes } octets ; { $most } est le maximum.
analysis-search-half = Un signe veut des mots des deux côtés : a & b, a ~10 b. Pour chercher le signe lui-même, mettez-le entre guillemets droits.
analysis-search-mixed = « & » et « ~ » ne vont pas ensemble dans un motif ; prenez l’un des deux.
analysis-search-broken = Cette expression régulière ne se lit pas{ $column ->
    [0] {""}
   *[other] , au caractère { $column }
} : { $reason }
analysis-search-explodes = Cette expression régulière prendrait trop de mémoire : demandez moins de répétitions.
analysis-query-empty = Il n’y a rien à chercher : tapez la clé d’un code.
analysis-query-code = Il faut un code au caractère { $column }{ $end ->
    [yes] , où la requête s’arrête
   *[other] , et non « { $found } »
}. La clé d’un code qui s’appelle comme un opérateur se met entre guillemets droits.
analysis-query-operator = Il faut « et », « ou » ou « sauf » au caractère { $column }, et non « { $found } ».
analysis-query-meet = Au caractère { $column }, « { $found } » ne dit pas comment deux passages se rencontrent. Après « et » ou « sauf » : chevauche, même, tour, entretien, ou un nombre de mots ; après « ou » rien.
analysis-query-open = « { $sign } » au caractère { $column } n’a pas son autre moitié.
analysis-query-filter = Il faut clé=valeur au caractère { $column }, et non « { $found } » : un attribut, un scénario (S2=+), coder ou interview.
analysis-query-deep = Trop de parenthèses l’une dans l’autre.
analysis-rule-query = Les passages que trouve ‹ { $query } › : ceux du côté gauche qui rencontrent un passage du côté droit (ou n’en rencontrent aucun), sur des mots communs sauf dit autrement. Une ligne par passage, code et codeur. { $rules }
analysis-column-document = document
analysis-column-document-desc = Clé du document ; vide pour une note
analysis-column-turn = tour
analysis-column-turn-desc = Numéro du tour dans le document, à partir de 1
analysis-column-t-start-ms = temps
analysis-column-t-start-ms-desc = Temps du début du passage, en millisecondes
analysis-column-coder = codeur
analysis-column-coder-desc = Qui a codé
analysis-column-quote = mots
analysis-column-quote-desc = Les mots du passage ; vide là où le consentement interdit de citer
analysis-column-coding-id = codage
analysis-column-coding-id-desc = Identifiant du codage
analysis-rule-interviewer = { $interviewer ->
    [yes] Les paroles de qui mène l’entretien sont comptées.
   *[no] Les paroles de qui mène l’entretien ne sont pas comptées.
}
analysis-rule-coder = { $one ->
    [no] Quand les codages de deux codeurs ont été départagés, seul compte celui qui les départage.
   *[yes] Seuls les codages de { $coder } sont comptés, départagés ou non.
}
analysis-rule-masked = { $rule } Les cases de moins de { $mask } entretiens sont masquées, et autant d’autres (…) qu’il en faut pour qu’on ne puisse les retrouver ; ce qu’un effectif laisse du tout montré avec lui (neuf sur dix en laissent un) est aussi une case.{ $commission ->
    [yes] {" "}{ $left ->
        [0] Pour une commission : chaque ligne repose sur { $mask } entretiens au moins.
        [one] Pour une commission : une ligne n’est pas montrée, car moins de { $mask } entretiens sont derrière elle.
       *[other] Pour une commission : { $left } lignes ne sont pas montrées, car moins de { $mask } entretiens sont derrière chacune.
    }
   *[no] {""}
}
analysis-rule-evidence = On compte des entretiens distincts. Un extrait est un passage distinct, quel que soit le nombre de ses codes ou de ses codeurs. Un entretien, ou un extrait, à la fois pour et contre le scénario compte comme mixte, et dans aucun des deux autres. La première ligne d’un scénario est son total, tous codes réunis ; les autres lignes comptent leur propre code sans ceux du dessous. Les textes qui ne sont pas des entretiens sont comptés à part. Les entretiens retirés ne sont comptés nulle part. Le meilleur extrait est pris dans les transcriptions et les notes verbatim que l’on peut citer. { $rules }
analysis-rule-codes = On compte les passages, entretiens et organisations distincts de chaque code sans ceux du dessous, quel que soit le scénario. Un extrait est un passage distinct, quel que soit le nombre de ses codeurs. Les textes qui ne sont pas des entretiens sont comptés à part. Les entretiens retirés ne sont comptés nulle part. { $rules }
analysis-column-code-agreement = Clé du code, ou catégorie ; vide pour l’ensemble
analysis-column-unit-agreement = Ce qui compte pour une unité : row (ligne), turn (tour), sentence (phrase), segment ou character (caractère)
analysis-column-coefficient = coefficient
analysis-column-coefficient-desc = Nom du coefficient d’accord
analysis-column-n-units = unités
analysis-column-n-units-desc = Unités sur lesquelles le coefficient est calculé
analysis-column-note-agreement = Pourquoi il n’y a pas de valeur, ou ce qu’il faut en savoir
analysis-na = n. d.
analysis-note-pairs = moyenne sur { $defined } des { $all } paires de codeurs
analysis-note-level = niveau : { $level ->
    [interval] d’intervalle
    [ratio] de rapport
    [ordinal] ordinal
   *[nominal] nominal
}
analysis-note-complete = { $left ->
    [one] { $left } unité sans valeur de chaque codeur laissée de côté
   *[other] { $left } unités sans valeur de chaque codeur laissées de côté
}
analysis-undefined-few-coders = moins de deux codeurs
analysis-undefined-no-common-unit = aucune unité n’a de valeur de deux codeurs
analysis-undefined-one-category = toutes les valeurs sont d’une seule catégorie : l’accord par hasard est certain
analysis-undefined-not-numbers = ce niveau demande des nombres, et une valeur n’en est pas un
analysis-undefined-negative = le niveau ratio demande des nombres positifs ou nuls
analysis-undefined-no-complete-unit = aucune unité n’a de valeur de chaque codeur
analysis-undefined-one-code = il n’y a qu’un code : les codeurs s’accordent par hasard
analysis-undefined-no-segments = personne n’a rien codé ici
analysis-rule-agreement = { $coders ->
    [one] { $coders } codeur
   *[other] { $coders } codeurs
}, { $units ->
    [one] { $units } unité
   *[other] { $units } unités
}, dont { $common } avec des valeurs d’au moins deux codeurs, { $categories ->
    [one] { $categories } catégorie
   *[other] { $categories } catégories
} ; une cellule vide est une valeur manquante. L’α de Krippendorff prend toute unité qui a deux valeurs, au niveau demandé ({ $level }) ; l’AC1 de Gwet prend les mêmes unités ; le κ de Fleiss seulement les unités qui ont une valeur de chaque codeur. Le κ de Cohen, le π de Scott, Brennan-Prediger et Holsti sont calculés pour chaque paire de codeurs, et leur moyenne est affichée ; ils comparent les valeurs comme identiques ou différentes. Une ligne avec une catégorie oppose cette catégorie à toutes les autres.
analysis-sample-empty = vide
analysis-sample-short = courte
analysis-sample-booked = couverte
analysis-sample-full = pleine
analysis-criterion-state-evidence = des preuves
analysis-criterion-state-gap = lacune
analysis-criterion-state-not-mapped = rien de rattaché
analysis-finding-state-not-judged = pas jugé
analysis-finding-state-stands = tient
analysis-finding-state-changed = changé
analysis-unit-turn = tour
analysis-unit-sentence = phrase
analysis-unit-segment = segment
analysis-unit-character = caractère
analysis-unit-row = ligne
analysis-coefficient-observed-agreement = accord observé
analysis-coefficient-cohen-kappa = κ de Cohen
analysis-coefficient-scott-pi = π de Scott
analysis-coefficient-brennan-prediger = Brennan-Prediger
analysis-coefficient-gwet-ac1 = AC1 de Gwet
analysis-coefficient-krippendorff-alpha = α de Krippendorff
analysis-coefficient-fleiss-kappa = κ de Fleiss
analysis-coefficient-holsti = Holsti
analysis-coefficient-segment-agreement = accord par segment
analysis-coefficient-segment-kappa = κ par segment
analysis-coefficient-u-alpha = uα
analysis-coefficient-u-alpha-binary = uα, codé ou non
analysis-concern = { $concern ->
    [none] nulle
    [minor] mineure
    [moderate] modérée
   *[substantial] importante
}{ $said ->
    [no] {""}
   *[yes] {" : "}{ $reason }
}
analysis-hours-of-step = équipe
analysis-hours-of-interview = entretien
analysis-hours-of-interviewer = mené par
analysis-hours-of-organisation = organisme
analysis-hours-of-person = personne
analysis-hours-step-preparing = préparation
analysis-hours-step-call = appel
analysis-hours-step-notes = notes
analysis-hours-step-coding = codage
analysis-hours-source-typed = saisi
analysis-hours-source-measured = mesuré
analysis-hours-source-typed-measured = saisi et mesuré
analysis-note-no-universe = pas d’univers
analysis-note-stratum-empty = une strate sans réponse
analysis-note-no-answer = aucune réponse
analysis-note-no-variance = variance non estimable
analysis-note-ranges = { $n ->
    [one] { $n } fourchette laissée de côté
   *[other] { $n } fourchettes laissées de côté
}
analysis-note-several-strata = { $n ->
    [one] { $n } entretien dans plusieurs strates, compté une fois
   *[other] { $n } entretiens dans plusieurs strates, comptés une fois
}
analysis-verdict-common = commune
analysis-verdict-specific = spécifique
analysis-verdict-intermediate = intermédiaire
analysis-verdict-not-concluded = non conclu
analysis-column-value-agreement = Sa valeur ; n. d. quand il n’est pas défini, jamais 0 à la place
analysis-column-position = rang
analysis-column-position-desc = Place de l’entretien dans l’ordre que dit la règle
analysis-column-interview = entretien
analysis-column-interview-plain = Clé de l’entretien
analysis-column-n-codes = codes
analysis-column-n-codes-desc = Codes distincts de l’entretien
analysis-column-n-new = nouveaux
analysis-column-n-new-desc = Codes qu’aucun entretien précédent n’avait
analysis-column-n-cumulated = cumulés
analysis-column-n-cumulated-desc = Codes distincts jusqu’à cet entretien
analysis-column-min-cumulated = minimum
analysis-column-min-cumulated-desc = Le moins de codes distincts après autant d’entretiens, sur des ordres mélangés
analysis-column-median-cumulated = médiane
analysis-column-median-cumulated-desc = Médiane des codes distincts après autant d’entretiens, sur des ordres mélangés
analysis-column-max-cumulated = maximum
analysis-column-max-cumulated-desc = Le plus de codes distincts après autant d’entretiens, sur des ordres mélangés
analysis-column-stratum-saturation = Valeur de l’attribut ; vide pour tous les entretiens
analysis-column-base = base
analysis-column-base-desc = Entretiens aux codes desquels la série est comparée
analysis-column-run = série
analysis-column-run-desc = Entretiens consécutifs regardés ensemble
analysis-column-threshold = seuil
analysis-column-threshold-desc = Nouveaux codes de la série sur codes de la base, au plus
analysis-column-reached = atteint
analysis-column-reached-desc = n(+série) : la série après n entretiens reste sous le seuil ; la première qui le fait
analysis-column-n-interviews-series = Entretiens dans l’ordre
analysis-column-n-base = codes de la base
analysis-column-n-base-desc = Codes distincts de la base
analysis-column-note-saturation = Pourquoi il n’y a pas de chiffre
analysis-saturation-never = non atteint
analysis-saturation-too-few = moins de { $n } entretiens
analysis-saturation-empty-base = la base n’a aucun code
analysis-order-start = Entretiens dans l’ordre où ils ont commencé
analysis-order-study = Entretiens dans l’ordre de l’étude, car tous n’ont pas d’heure de début
analysis-rule-saturation = { $order }. Un code est nouveau dans le premier entretien qui l’a ; sa place dans la grille n’importe pas. Minimum, médiane et maximum : codes après autant d’entretiens sur { $shuffles } ordres mélangés (graine { $seed }). { $rules }
analysis-rule-saturation-runs = { $order }. Guest, Namey et Chen : nouveaux codes d’une série d’entretiens sur codes des premiers entretiens (la base) ; les séries se chevauchent, chacune commence un entretien plus loin ; n(+série) est la première série sous le seuil, après n entretiens. Cela dépend de l’ordre : le tableau saturation montre la dispersion sur des ordres mélangés. { $rules }
analysis-column-presence = 1 si l’entretien a un passage avec le code, 0 s’il n’en a pas
analysis-column-n-turns = tours
analysis-column-n-turns-desc = Tours où les deux se trouvent
analysis-column-summary = résumé
analysis-column-summary-desc = Ce que quelqu’un a écrit sur les passages de l’entretien avec ce thème
analysis-column-state-framework = rempli, périmé (des passages ont changé depuis), passages (pas encore de résumé), vide ou non posée
analysis-column-n-coded-agreement = Unités auxquelles au moins un codeur a donné le code
analysis-column-n-uncoded = non codées
analysis-column-n-uncoded-desc = Unités auxquelles aucun ne l’a donné ; elles s’accordent, et sont comptées ici à part
analysis-framework-filled = rempli
analysis-framework-stale = périmé
analysis-framework-passages = passages
analysis-framework-empty = vide
analysis-framework-not-asked = non posée
analysis-note-sets = des codes d’un codeur se chevauchent : coupé à chaque borne, chaque ensemble de codes est une catégorie
analysis-rule-matrix-presence = 1 si l’entretien a un passage avec le code, 0 s’il n’en a pas. { $rules }
analysis-rule-matrix-whole = Entretiens distincts, et passages, qui portent le code, tous entretiens réunis : une colonne par entretien en montrerait moins qu’il n’est permis. { $rules }
analysis-column-certification = certification
analysis-column-certification-desc = Code de la certification dans son répertoire
analysis-column-title = intitulé
analysis-column-title-desc = Intitulé de la certification
analysis-column-certifier = certificateur
analysis-column-certifier-desc = Qui certifie
analysis-column-level = niveau
analysis-column-level-desc = Niveau, tel que le répertoire le donne
analysis-column-registered-on = enregistrée le
analysis-column-registered-on-desc = Premier jour de l’enregistrement
analysis-column-expires-on = échéance
analysis-column-expires-on-desc = Dernier jour de l’enregistrement
analysis-column-seen-on = vue le
analysis-column-seen-on-desc = Jour où elle a été consultée au répertoire
analysis-column-registration = enregistrement
analysis-column-registration-desc = in-force (en vigueur), expired (échue) ou not-yet (à venir) au jour demandé, sinon au jour de la consultation ; unknown (inconnu) sans dates
analysis-registration-in-force = en vigueur
analysis-registration-expired = échue
analysis-registration-not-yet = à venir
analysis-registration-unknown = inconnu
analysis-column-own = étudiée
analysis-column-own-desc = yes pour la certification étudiée
analysis-own-yes = celle de l’étude
analysis-column-n-interviews-panorama = Entretiens qui la citent, par un passage portant un de ses codes ou dans une liste demandée
analysis-column-n-excerpts-panorama = Passages distincts qui portent un de ses codes
analysis-column-n-asked-panorama = Entretiens à qui une liste a été demandée ; vide si aucune question n’en demande
analysis-column-n-covered = compétences
analysis-column-n-covered-desc = Compétences qu’elle couvre
analysis-column-n-shared = partagées
analysis-column-n-shared-desc = Compétences partagées avec la certification étudiée ; pour celle-ci, avec une autre au moins
analysis-column-shared = compétences partagées
analysis-column-shared-desc = Clés des compétences partagées, séparées par des points-virgules
analysis-column-only = elle seule
analysis-column-only-desc = Clés des compétences qu’aucune autre certification montrée ne couvre
analysis-column-note-panorama = Ce qu’il faut savoir de plus
analysis-rule-panorama-none = Aucune certification au répertoire : ‹ certification add › ou l’import de certifications.csv les apporte.
analysis-rule-panorama = Certifications du répertoire, telles qu’elles ont été consultées. { $dated ->
    [yes] Au { $day } ; { $later ->
        [0] aucune n’a été enregistrée plus tard
        [one] une, enregistrée plus tard, n’est pas montrée
       *[other] { $later }, enregistrées plus tard, ne sont pas montrées
    }.
   *[no] Chacune au jour où elle a été consultée.
} Un entretien en cite une par un passage portant un de ses codes, ou par son code, son intitulé ou un autre de ses noms dans une liste demandée. Les compétences sont les codes dont on a dit qu’elle les couvre. { $rules }
analysis-moved-coded = { $n ->
    [0] {""}
    [one] { $n } codé
   *[other] { $n } codés
}
analysis-moved-recoded = { $n ->
    [0] {""}
    [one] { $n } recodé
   *[other] { $n } recodés
}
analysis-moved-removed = { $n ->
    [0] {""}
    [one] { $n } supprimé
   *[other] { $n } supprimés
}
analysis-moved-withdrawn = { $n ->
    [0] {""}
    [one] { $n } retiré
   *[other] { $n } retirés
}
analysis-moved-answers = { $n ->
    [0] {""}
    [one] { $n } réponse
   *[other] { $n } réponses
}
analysis-moved-interviews = { $n ->
    [0] {""}
    [one] un nouvel entretien
   *[other] { $n } nouveaux entretiens
}
analysis-moved-other = entretiens, personnes, grille ou règles
analysis-rule-matrix-by = Entretiens distincts, et passages, où des personnes qui ont la valeur portent le code. { $rules }
analysis-rule-framework = Une ligne par entretien, un thème par code en tête de la grille avec tous les codes en dessous, et par autre code qui a un résumé. Le résumé est écrit par quelqu’un ; les passages sont comptés à part. Périmé : des passages sont venus, partis ou ont changé depuis. Non posée : des questions nomment le thème, et aucune n’a été posée. { $rules }
analysis-rule-coders = { $n ->
    [one] Codeur
   *[other] Codeurs
} : { $coders }. Comparés sur les { $sources } textes qu’au moins deux d’entre eux ont codés, sans les tours qui ne comptent pas ; { $alone } textes codés par un seul sont laissés de côté. Tour et phrase : une unité a un code si un passage la touche. Caractère : chaque caractère est une unité. Segment : deux segments de même code n’en font qu’un s’ils partagent { $overlap } % de ce que l’un ou l’autre couvre ; le hasard est un code parmi ceux utilisés (κ de Rädiker et Kuckartz). Une ligne sans code prend l’ensemble des codes d’une unité pour catégorie. L’uα est celui de Krippendorff de 2016, sur les textes que tous ont codés ; binary : où, non quoi. Les unités sans code s’accordent et pèsent sur chaque κ : elles sont comptées à part. Codages réglés et ceux qu’ils règlent : ce sont ces derniers qui sont comparés. { $rules }

analysis-rules = { $interviewer } { $coder }{ $mask ->
    [no] {" "}Rien n’est masqué.
   *[other] {""}
}
analysis-share-none = –
analysis-share-few = { $k } sur { $n } [{ $low } ; { $high }]
analysis-share = { $percent } % [{ $low } ; { $high }] ({ $k } sur { $n })
analysis-rule-choice = Entretiens qui ont choisi chaque réponse, parmi ceux qui ont répondu à la question ; plusieurs réponses d’un entretien comptent chacune une fois. Part avec l’intervalle de Wilson à 95 % ; sous 30 entretiens elle se lit en nombres, jamais en pourcentage seul.
analysis-rule-hours = Minutes convenues et minutes passées. L’appel est mesuré par son horloge (‹ mesuré ›) si personne n’a saisi d’autre durée (‹ saisi ›) ; les autres étapes sont saisies. Une journée fait { $hours } heures. Par organisme et par personne, chaque personne interrogée compte pour la durée de l’appel ; les entretiens retirés ne comptent pas, et rien n’était convenu avec qui a refusé ou annulé.
analysis-column-favourable = favorables
analysis-column-favourable-desc = Notes 4 et 5 parmi les notes données
analysis-column-favourable-low = favorables, borne basse
analysis-column-favourable-low-desc = Borne basse de l’intervalle de Wilson à 95 %, en pourcentage
analysis-column-favourable-high = favorables, borne haute
analysis-column-favourable-high-desc = Borne haute de l’intervalle de Wilson à 95 %, en pourcentage
analysis-column-share = part
analysis-column-share-desc = Combien sur combien, avec l’intervalle de Wilson à 95 %
analysis-column-share-low = borne basse
analysis-column-share-low-desc = Borne basse de l’intervalle de Wilson à 95 %, en pourcentage
analysis-column-share-high = borne haute
analysis-column-share-high-desc = Borne haute de l’intervalle de Wilson à 95 %, en pourcentage
analysis-column-option = réponse
analysis-column-option-desc = Clé de la réponse proposée, ou mots écrits à côté
analysis-column-option-label = libellé
analysis-column-option-label-desc = Mots de la réponse dans le guide
analysis-column-n = choisie
analysis-column-n-desc = Entretiens qui l’ont choisie
analysis-column-n-complete = complètes
analysis-column-n-complete-desc = Entretiens dont les parts font 100
analysis-column-n-partial-allocation = Entretiens dont les parts ne font pas 100 ; dans aucune moyenne
analysis-column-n-coded = codés
analysis-column-n-coded-desc = Entretiens menés qui portent au moins un codage
analysis-column-n-refused-sample = Entretiens refusés
analysis-column-n-no-show = absents
analysis-column-n-no-show-desc = Entretiens où personne n’est venu
analysis-column-state = état
analysis-column-state-desc = empty, short, booked ou full : vide, courte, couverte, pleine
analysis-column-of = de
analysis-column-of-desc = step, interview, interviewer, organisation ou person : de quoi le temps est celui
analysis-column-key = clé
analysis-column-key-hours = Clé ou pseudonyme ; vide pour l’ensemble
analysis-column-step = étape
analysis-column-step-desc = preparing, call, notes ou coding ; vide pour l’ensemble
analysis-column-n-interviews-hours = Entretiens, ou personnes entretien par entretien, dont le temps est connu
analysis-column-minutes-planned = minutes convenues
analysis-column-minutes-planned-desc = Durée convenue, sinon celle du guide
analysis-column-minutes = minutes
analysis-column-minutes-desc = Minutes passées
analysis-column-days-planned = jours convenus
analysis-column-days-planned-desc = Minutes convenues, en journées
analysis-column-days = jours
analysis-column-days-desc = Minutes passées, en journées
analysis-column-source = source
analysis-column-source-desc = typed, measured ou typed+measured : saisi, mesuré par l’horloge de l’appel

#
# end of analysis
#
analysis-rule-progress = On compte les caractères de la version la plus récente de chaque document : sont lus ceux qui ont été à l’écran de ce codeur, sont codés ceux qui portent un de ses codages.
analysis-column-n-characters = caractères
analysis-column-n-characters-desc = Caractères de la version la plus récente
analysis-column-n-read = lus
analysis-column-n-read-desc = Caractères qui ont été à l’écran de ce codeur
analysis-column-n-unread = non lus
analysis-column-n-unread-desc = Caractères qui n’y ont pas été
analysis-column-n-characters-coded = codés
analysis-column-n-characters-coded-desc = Caractères qui portent un codage de ce codeur
analysis-column-n-codings = codages
analysis-column-n-codings-desc = Codages de ce codeur sur ce document
analysis-column-stopped-at = arrêt au tour
analysis-column-stopped-at-desc = Tour, à partir de 1, où ce codeur s’est arrêté ; vide s’il ne l’a jamais ouvert

### command
command-palette-open = commandes
command-palette-open-desc = Liste toutes les commandes, avec leur touche et, si elles sont impossibles, la raison
command-help-here = touches
command-help-here-desc = Montre toutes les touches d’ici
command-undo = annuler
command-undo-desc = Annule le dernier changement et dit lequel
command-redo = rétablir
command-redo-desc = Rétablit ce qui vient d’être annulé
command-enter = entrer
command-enter-desc = Entre dans ce qui est sous le curseur
command-back = retour
command-back-desc = Ressort ; rien de ce qui est tapé n’est perdu
command-pane-next = volet suivant
command-pane-next-desc = Passe au volet suivant
command-pane-previous = volet précédent
command-pane-previous-desc = Passe au volet précédent
command-side-pane-toggle = volet latéral
command-side-pane-toggle-desc = Montre ou cache le volet latéral
command-search-open = chercher
command-search-open-desc = Cherche ici, sans égard aux accents ni à la casse
command-search-next = occurrence suivante
command-search-next-desc = Va à l’occurrence suivante
command-search-previous = occurrence précédente
command-search-previous-desc = Va à l’occurrence précédente
command-search-clear = fin de recherche
command-search-clear-desc = Cesse de montrer les occurrences
command-copy = copier
command-copy-desc = Copie ce qui est sous le curseur dans le presse-papiers
command-keys-choose = clavier
command-keys-choose-desc = Choisit les touches : default, azerty, qwertz, bepo, vim, arrows
command-keys-why = que fait une touche
command-keys-why-desc = Pressez une touche et lisez ce qu’elle fait ici, et pourquoi
command-lang-toggle = English
command-lang-toggle-desc = Passe à l’autre langue
command-theme-next = thème
command-theme-next-desc = Passe au thème suivant : auto, clair, sombre, mono
command-redraw = redessiner
command-redraw-desc = Redessine l’écran
command-suspend = suspendre
command-suspend-desc = Rend le terminal à l’interpréteur ; fg ramène ici
command-quit = quitter
command-quit-desc = Quitte ; tout est déjà enregistré
command-place-start = accueil
command-place-start-desc = Va à la page d’accueil
command-place-sessions = entretiens
command-place-sessions-desc = Va au tableau des entretiens
command-place-live = appel
command-place-live-desc = Va à l’appel
command-place-transcript = transcription
command-place-transcript-desc = Va à la transcription
command-place-codes = codes
command-place-codes-desc = Va à la grille de codage
command-place-evidence = preuves
command-place-evidence-desc = Va au tableau de preuves
command-place-references = textes de référence
command-place-references-desc = Va aux textes de référence
command-place-search = recherche
command-place-search-desc = Cherche des mots dans toute l’étude
command-find-words = chercher
command-find-words-desc = Cherche d’autres mots dans toute l’étude
command-find-regex = expression régulière
command-find-regex-bar = regex
command-find-regex-desc = Lit le motif comme une expression régulière, ou comme des mots
command-find-exact = exactement
command-find-exact-desc = Casse, accents et apostrophes comme ils sont tapés, ou sans y regarder
command-find-whole = mots entiers
command-find-whole-desc = Des mots entiers seulement, ou aussi des parties de mots
command-find-voice = paroles de qui
command-find-voice-bar = voix
command-find-voice-desc = Les paroles de tous, des participants, des interviewers
command-find-where = attribut
command-find-where-desc = Seulement qui a cette valeur d’un attribut ; « - » : tout le monde
command-find-code = code
command-find-code-desc = Seulement dans les passages de ce code ; « - » : partout
command-find-clear = sans filtre
command-find-clear-desc = Cherche les mots partout, sans égard à la casse ni aux accents
command-saved-save = garder sous un nom
command-saved-save-bar = garder
command-saved-save-desc = Garde cette recherche ou cette requête sous un nom
command-saved-open = recherches gardées
command-saved-open-desc = Refait une recherche ou une requête gardée
command-saved-remove = oublier une recherche
command-saved-remove-desc = Oublie le nom d’une recherche ou d’une requête
command-place-guide = guide
command-place-guide-desc = Va au guide d’entretien : sections et questions
command-place-settings = réglages
command-place-settings-desc = Va aux réglages de l’étude
command-place-log = journal
command-place-log-desc = Va au journal des changements
command-place-messages = messages
command-place-messages-desc = Va aux messages reçus
command-cursor-up = haut
command-cursor-up-desc = Monte
command-cursor-down = bas
command-cursor-down-desc = Descend
command-cursor-left = gauche
command-cursor-left-desc = Va à gauche
command-cursor-right = droite
command-cursor-right-desc = Va à droite
command-cursor-first = début
command-cursor-first-desc = Va à la première ligne, ou à celle du nombre tapé avant
command-cursor-last = fin
command-cursor-last-desc = Va à la dernière ligne
command-cursor-page-up = page haut
command-cursor-page-up-desc = Monte d’une page
command-cursor-page-down = page bas
command-cursor-page-down-desc = Descend d’une page
command-cursor-half-up = demi-page haut
command-cursor-half-up-desc = Monte d’une demi-page
command-cursor-half-down = demi-page bas
command-cursor-half-down-desc = Descend d’une demi-page
command-sentence-next = phrase suivante
command-sentence-next-desc = Va à la phrase suivante
command-sentence-previous = phrase précédente
command-sentence-previous-desc = Va à la phrase précédente
command-turn-next = tour suivant
command-turn-next-desc = Va au tour suivant
command-turn-previous = tour précédent
command-turn-previous-desc = Va au tour précédent
command-turn-next-uncoded = tour non codé suivant
command-turn-next-uncoded-desc = Va au prochain tour sans aucun code
command-turn-previous-uncoded = tour non codé précédent
command-turn-previous-uncoded-desc = Va au tour précédent sans aucun code
command-study-open = ouvrir une étude
command-study-open-desc = Ouvre une étude du dossier de données
command-study-new = nouvelle étude
command-study-new-desc = Crée une étude vide
command-study-new-bar = nouvelle
command-study-sample = étude d’exemple
command-study-sample-desc = Ouvre une copie neuve de l’étude d’exemple
command-study-sample-bar = exemple
command-study-import-folder = importer un dossier
command-study-import-folder-desc = Crée une étude à partir d’un dossier d’étude
command-export-run = exporter
command-export-run-desc = Écrit tous les fichiers de données dans un dossier
command-study-check = vérifier
command-study-check-desc = Vérifie que journal, textes et passages sont intacts
command-session-new = nouvel entretien
command-session-new-desc = Prévoit un nouvel entretien
command-session-new-bar = nouveau
command-session-edit = modifier l’entretien
command-session-edit-desc = Modifie l’entretien : participants, organisation, horaires, mode
command-session-edit-bar = modifier
command-session-delete = supprimer l’entretien
command-session-delete-desc = Supprime l’entretien ; on peut annuler
command-reference-rename = renommer
command-reference-rename-desc = Donne une autre clé au texte de référence
command-reference-delete = supprimer
command-reference-delete-desc = Supprime le texte de référence avec ses codages ; on peut annuler
command-session-state = état
command-session-state-desc = Change l’état de l’entretien : prévu, mené, annulé…
command-session-start-call = commencer l’appel
command-session-start-call-desc = Commence l’appel : les notes prennent leur heure dès maintenant
command-session-start-call-bar = appel
command-session-end-call = terminer l’appel
command-session-end-call-desc = Termine l’appel
command-session-transcript = transcription
command-session-transcript-desc = Ouvre la transcription de cet entretien
command-session-transcript-bar = texte
command-session-consent = consentement
command-session-consent-desc = Note ce qui est accepté : donné, sans citation, retiré
command-session-consent-bar = accord
command-participant-add = ajouter un participant
command-participant-add-desc = Ajoute un participant à l’entretien
command-participant-edit = participant
command-participant-edit-desc = Modifie un participant et les attributs de l’étude
command-participant-remove = retirer un participant
command-participant-remove-desc = Retire un participant de l’entretien
command-organisation-edit = organisation
command-organisation-edit-desc = Modifie l’organisation et ses attributs
command-identity-show = identité
command-identity-show-desc = Montre nom, téléphone et courriel jusqu’à la touche suivante
command-identity-edit = modifier l’identité
command-identity-edit-desc = Modifie nom, téléphone et courriel ; aucun export ne les contient
command-file-import = importer un fichier
command-file-import-desc = Importe transcriptions ou données, après un regard sur ce qui a été lu
command-file-import-reference = importer une référence
command-file-import-reference-desc = Importe un texte de référence, codé comme un entretien et compté à part
command-file-parent = dossier parent
command-file-parent-desc = Va au dossier parent
command-file-hidden = fichiers cachés
command-file-hidden-desc = Montre ou cache les fichiers cachés
command-preview-keep = garder
command-preview-keep-desc = Garde le fichier tel qu’il a été lu
command-preview-session = entretien
command-preview-session-desc = Choisit l’entretien auquel ce texte appartient
command-preview-interviewer = enquêteur
command-preview-interviewer-desc = Dit que ce locuteur est un enquêteur, ou ne l’est pas
command-preview-confirm = c’est un nom
command-preview-confirm-desc = Dit que le nom vu une seule fois est celui de quelqu’un qui parle, et relit le fichier
command-preview-encoding = encodage
command-preview-encoding-desc = Relit le fichier dans un autre encodage
command-preview-format = format
command-preview-format-desc = Relit le fichier dans un autre format
command-preview-unread = non lu
command-preview-unread-desc = Montre ce qui n’a pas pu être lu, avec ses lignes
command-note-type = taper
command-note-type-desc = Tape dans la ligne de la note
command-note-keep = noter
command-note-keep-desc = Garde la note, à l’heure de sa première lettre
command-question-next = question suivante
command-question-next-desc = Va à la question suivante du guide
command-question-next-bar = suite
command-question-previous = question précédente
command-question-previous-desc = Va à la question précédente du guide
command-note-code = code
command-note-code-desc = Met un code sur la note en cours de frappe
command-note-kind = genre
command-note-kind-desc = Change le genre de la note : verbatim, paraphrase, observation, interprétation, chiffre
command-note-flag = drapeau
command-note-flag-desc = Marque la note : à relancer, à vérifier, forte, à masquer, document promis
command-note-answer = réponse
command-note-answer-desc = Répond à la question : une valeur et son état
command-note-question = question
command-note-question-desc = Rattache la note à une autre question
command-notes-beside = notes à côté
command-notes-beside-desc = Montre ou cache les notes de l’appel à côté des tours, chacune à son heure
command-note-edit = modifier la note
command-note-edit-desc = Modifie la note sous le curseur
command-note-delete = supprimer la note
command-note-delete-desc = Supprime la note sous le curseur ; on peut annuler
command-note-lines = une note ou plusieurs
command-note-lines-desc = Des lignes collées font une note chacune, ou une seule note
command-note-time = heure de la note
command-note-time-desc = Donne une autre heure d’appel à la note : 23:05
command-question-jump = aller à
command-question-jump-desc = Va à une question du guide par son numéro ou quelques lettres
command-answer-state = état de la réponse
command-answer-state-desc = Dit ce qu’est devenue la question : répondue, en partie, non posée, sans objet, refusée, ne sait pas
command-call-pause = pause ou reprise
command-call-pause-desc = Arrête l’horloge de l’appel, puis la relance
command-call-open = avant de raccrocher
command-call-open-desc = Liste ce qui reste ouvert : relances, questions non posées, codes et scénarios sans preuve, totaux en cours
command-call-anchor = début d’enregistrement
command-call-anchor-desc = Dit à quelle heure de l’appel l’enregistrement a commencé (3:12), pour que notes et transcription se suivent
command-cards-shuffle = mélanger les cartes
command-cards-shuffle-desc = Mélange les cartes des scénarios et garde l’ordre où elles sont montrées
command-note-add = ajouter une note
command-note-add-desc = Ajoute une note à l’entretien
command-select-word = mot
command-select-word-desc = Sélectionne le mot
command-select-label = étiquettes
command-select-label-desc = Met des lettres devant chaque phrase à l’écran ; les taper prend la phrase
command-label-type = lettre d’étiquette
command-label-type-desc = Tape une lettre d’étiquette
command-clause-next = partie de phrase suivante
command-clause-next-desc = Va à la partie de phrase suivante
command-clause-previous = partie de phrase précédente
command-clause-previous-desc = Va à la partie de phrase précédente
command-turn-next-voice = même voix, plus loin
command-turn-next-voice-desc = Va au prochain tour de la même personne
command-turn-previous-voice = même voix, avant
command-turn-previous-voice-desc = Va au tour précédent de la même personne
command-turn-next-asked = question suivante
command-turn-next-asked-desc = Va à la prochaine question posée
command-turn-previous-asked = question précédente
command-turn-previous-asked-desc = Va à la question posée avant
command-select-clause = partie de phrase
command-select-clause-desc = Sélectionne la partie de phrase
command-select-question = question et réponses
command-select-question-desc = Sélectionne la question et tout ce qui y répond
command-coding-next-same = même code, plus loin
command-coding-next-same-desc = Va au prochain codage du même code
command-coding-previous-same = même code, avant
command-coding-previous-same-desc = Va au codage précédent du même code
command-select-sentence = phrase
command-select-sentence-desc = Sélectionne la phrase
command-select-turn = tour
command-select-turn-desc = Sélectionne le tour
command-select-extend = étendre
command-select-extend-desc = Étend la sélection avec le curseur, d’un tour à l’autre aussi
command-select-clear = lâcher la sélection
command-select-clear-desc = Lâche la sélection
command-passage-start-left = début, mot à gauche
command-passage-start-left-desc = Déplace le début du passage d’un mot à gauche
command-passage-start-right = début, mot à droite
command-passage-start-right-desc = Déplace le début du passage d’un mot à droite
command-passage-end-left = fin, mot à gauche
command-passage-end-left-desc = Déplace la fin du passage d’un mot à gauche
command-passage-end-right = fin, mot à droite
command-passage-end-right-desc = Déplace la fin du passage d’un mot à droite
command-passage-start-left-letter = début, lettre à gauche
command-passage-start-left-letter-desc = Déplace le début du passage d’un caractère à gauche
command-passage-start-right-letter = début, lettre à droite
command-passage-start-right-letter-desc = Déplace le début du passage d’un caractère à droite
command-passage-end-left-letter = fin, lettre à gauche
command-passage-end-left-letter-desc = Déplace la fin du passage d’un caractère à gauche
command-passage-end-right-letter = fin, lettre à droite
command-passage-end-right-letter-desc = Déplace la fin du passage d’un caractère à droite
command-code-slot = coder
command-code-slot-desc = Met sur le passage le code de cet emplacement
command-code-pick = choisir…
command-code-pick-desc = Choisit un code en tapant un bout de son nom, et le met sur le passage
command-suggestion-first = proposé
command-suggestion-first-desc = Met sur le passage le premier code proposé
command-suggestion-second = deuxième proposé
command-suggestion-second-desc = Met sur le passage le deuxième code proposé
command-suggestion-third = troisième proposé
command-suggestion-third-desc = Met sur le passage le troisième code proposé
command-suggestion-toggle = propositions ou non
command-suggestion-toggle-desc = Propose des codes dans cette étude, ou cesse de le faire
command-code-repeat = répéter
command-code-repeat-desc = Met sur le passage le dernier code utilisé
command-code-new = nouveau code
command-code-new-desc = Crée un code, après un regard sur ceux qui lui ressemblent
command-code-show = son code
command-code-show-desc = Montre le code dans la grille
command-coding-polarity-supports = appui (+)
command-coding-polarity-supports-desc = Le codage appuie le scénario
command-coding-polarity-contradicts = contradiction (−)
command-coding-polarity-contradicts-desc = Le codage contredit le scénario
command-coding-polarity-mixed = nuance (~)
command-coding-polarity-mixed-desc = Le codage nuance le scénario
command-coding-polarity-neutral = neutre (=)
command-coding-polarity-neutral-desc = Le codage porte sur le scénario, ni pour ni contre
command-coding-polarity-clear = sans polarité
command-coding-polarity-clear-desc = Retire la polarité du codage dans ce scénario
command-coding-strength = force
command-coding-strength-desc = Fixe la force, de 0 à 4
command-coding-strength-clear = sans force
command-coding-strength-clear-desc = Retire la force
command-coding-memo = mémo
command-coding-memo-desc = Écrit un mémo sur le codage
command-coding-better = citer plus haut
command-coding-better-desc = Choisit le passage comme citation, après celles déjà choisies ; puis une place plus haut
command-coding-worse = citer plus bas
command-coding-worse-desc = Met la citation une place plus bas ; la dernière n’est plus choisie
command-coding-star = étoile
command-coding-star-desc = Distingue le codage comme citation à montrer, ou retire l’étoile
command-coding-remove = retirer
command-coding-remove-desc = Retire le codage ; on peut annuler
command-coding-move-ends = déplacer les bornes
command-coding-move-ends-desc = Donne au codage les bornes de la sélection
command-coding-propose = proposer le passage
command-coding-propose-desc = Propose les mots de la transcription d’où vient la note codée, et y porte ses codages
command-coding-choose = autre codage ici
command-coding-choose-desc = Choisit le suivant des codages qui se chevauchent ici
command-coding-next = codage suivant
command-coding-next-desc = Va au codage suivant
command-coding-previous = codage précédent
command-coding-previous-desc = Va au codage précédent
command-scenario-next = scénario suivant
command-scenario-next-desc = Passe au scénario suivant
command-scenario-previous = scénario précédent
command-scenario-previous-desc = Passe au scénario précédent
command-scenario-choose = choisir un scénario
command-scenario-choose-desc = Choisit le scénario courant
command-codebook-add = ajouter un code
command-codebook-add-desc = Ajoute un code à côté de celui-ci
command-codebook-add-child = ajouter dessous
command-codebook-add-child-desc = Ajoute un code sous celui-ci
command-codebook-edit = modifier
command-codebook-edit-desc = Modifie le code : libellés, définition, ce qu’il inclut et exclut, exemple, couleur, emplacement
command-codebook-rename = renommer
command-codebook-rename-desc = Donne au code une autre clé
command-codebook-label = libellé
command-codebook-label-desc = Modifie les libellés dans les deux langues
command-codebook-definition = définition
command-codebook-definition-desc = Modifie la définition
command-codebook-include = inclut
command-codebook-include-desc = Modifie ce que le code inclut
command-passage-exclude = écarter, reprendre
command-passage-exclude-desc = Écarte le passage ou la note à la demande de la personne, ou les reprend
command-minutes-exclude = écarter les minutes
command-minutes-exclude-desc = Écarte les dernières minutes de l’appel, ou un temps à donner
command-codebook-exclude = exclut
command-codebook-exclude-desc = Modifie ce que le code exclut
command-codebook-example = exemple
command-codebook-example-desc = Modifie l’exemple
command-codebook-colour = couleur
command-codebook-colour-desc = Choisit la couleur
command-codebook-slot = emplacement
command-codebook-slot-desc = Donne au code un emplacement, 1 à 9, pour coder d’une touche
command-codebook-slot-clear = sans emplacement
command-codebook-slot-clear-desc = Retire l’emplacement
command-codebook-move = déplacer
command-codebook-move-desc = Déplace le code, et tout ce qui est dessous, sous un autre
command-codebook-move-up = monter
command-codebook-move-up-desc = Monte le code parmi ses voisins
command-codebook-move-down = descendre
command-codebook-move-down-desc = Descend le code parmi ses voisins
command-codebook-merge = fusionner
command-codebook-merge-desc = Fusionne le code dans un autre ; ses codages suivent
command-codebook-delete = supprimer
command-codebook-delete-desc = Supprime le code, en demandant ce que deviennent ses codages
command-codebook-fold = replier
command-codebook-fold-desc = Replie ou déplie ce qui est sous le code
command-codebook-fold-all = tout replier
command-codebook-fold-all-desc = Replie ou déplie tout l’arbre
command-codebook-passages = passages
command-codebook-passages-desc = Montre les passages qui ont ce code
command-evidence-passages = au passage
command-evidence-passages-desc = Montre les passages derrière le chiffre
command-evidence-by = par…
command-evidence-by-desc = Compte selon les valeurs d’un attribut
command-evidence-coder = codeur
command-evidence-coder-desc = Compte les codages d’un seul codeur, ou de tous
command-evidence-gaps = manques
command-evidence-gaps-desc = Montre seulement les codes ou critères sans preuve, seulement les autres, ou tous
command-evidence-rule = règle
command-evidence-rule-desc = Montre la règle de comptage
command-evidence-export = exporter
command-evidence-export-desc = Écrit le tableau en CSV, JSON ou Markdown
command-evidence-copy = copier
command-evidence-copy-desc = Copie la ligne dans le presse-papiers
command-passage-open = à sa place
command-passage-open-desc = Va à la place du passage dans la transcription
command-table-open = tableaux
command-table-open-desc = Montre un autre tableau de l’étude
command-table-picture = image
command-table-picture-desc = Dessine le tableau en image, ou le remet en chiffres
command-table-sort = trier
command-table-sort-desc = Trie les lignes selon la colonne sous le curseur
command-table-scenario = scénario…
command-table-scenario-desc = Compte un seul scénario, ou tous
command-table-unit = unité…
command-table-unit-desc = Compare les codeurs par tour, phrase, segment ou caractère
command-table-presence = présence
command-table-presence-desc = Montre s’il y a un passage, ou combien
command-finding-add = énoncer un constat
command-finding-add-desc = Énonce un constat, avec votre propre jugement
command-table-edit = modifier
command-table-edit-desc = Modifie le constat ou le résumé sous le curseur
command-finding-keep = relu
command-finding-keep-desc = Dit que le constat tient sur ses preuves telles qu’elles sont
command-finding-remove = supprimer
command-finding-remove-desc = Supprime le constat sous le curseur
command-finding-cite = au constat
command-finding-cite-desc = Met le passage pour ou contre un constat
command-milestone-add = poser un point d’étape
command-milestone-add-desc = Donne un nom à l’étude telle qu’elle est
command-milestone-diff = ce qui a bougé
command-milestone-diff-desc = Compare chaque chiffre à un point d’étape, et dit pourquoi il a bougé
command-milestone-view = état d’alors
command-milestone-view-desc = Montre l’étude telle qu’elle était à un point d’étape, ou telle qu’elle est
command-quotes-check = vérifier les citations
command-quotes-check-desc = Vérifie chaque citation et chaque chiffre d’un texte fini
command-query-open = requête
command-query-open-desc = Montre les passages que trouve une requête sur les codes
command-guide-add = question
command-guide-add-desc = Ajoute une question après celle sous le curseur
command-guide-add-section = section
command-guide-add-section-desc = Ajoute une section après celle du curseur
command-guide-add-debrief = débriefing
command-guide-add-debrief-desc = Ajoute un champ au débriefing d’après l’entretien
command-guide-edit = modifier
command-guide-edit-desc = Modifie la question ou la section sous le curseur
command-guide-move-up = monter
command-guide-move-up-desc = Monte la question ou la section
command-guide-move-down = descendre
command-guide-move-down-desc = Descend la question ou la section
command-guide-remove = retirer
command-guide-remove-desc = Retire la question, ou la section avec ses questions ; on peut annuler
command-settings-add = ajouter
command-settings-add-desc = Ajoute un scénario, un attribut, une valeur ou une cible
command-settings-edit = modifier
command-settings-edit-desc = Modifie ce qui est sous le curseur
command-settings-rename = renommer
command-settings-rename-desc = Renomme ce qui est sous le curseur
command-settings-move-up = monter
command-settings-move-up-desc = Monte ce qui est sous le curseur
command-settings-move-down = descendre
command-settings-move-down-desc = Descend ce qui est sous le curseur
command-settings-remove = retirer
command-settings-remove-desc = Retire ce qui est sous le curseur ; on peut annuler
command-form-keep = garder
command-form-keep-desc = Garde ce que disent les champs
command-form-next = champ suivant
command-form-next-desc = Va au champ suivant
command-form-next-bar = champ
command-form-previous = champ précédent
command-form-previous-desc = Va au champ précédent
command-form-choice-next = choix suivant
command-form-choice-next-desc = Prend le choix suivant du champ
command-form-choice-next-bar = choix
command-form-choice-previous = choix précédent
command-form-choice-previous-desc = Prend le choix précédent du champ
command-confirm-yes = oui
command-confirm-yes-desc = Le fait
command-confirm-no = non
command-confirm-no-desc = Laisse tout en l’état
command-text-type = taper
command-text-type-desc = Tape du texte
command-text-newline = nouvelle ligne
command-text-newline-desc = Commence une nouvelle ligne
command-text-newline-bar = ligne
command-text-left = gauche
command-text-left-desc = Va d’une lettre à gauche
command-text-right = droite
command-text-right-desc = Va d’une lettre à droite
command-text-word-left = mot à gauche
command-text-word-left-desc = Va d’un mot à gauche
command-text-word-right = mot à droite
command-text-word-right-desc = Va d’un mot à droite
command-text-start = début de ligne
command-text-start-desc = Va au début de la ligne
command-text-end = fin de ligne
command-text-end-desc = Va à la fin de la ligne
command-text-delete-back = effacer avant
command-text-delete-back-desc = Efface la lettre avant le curseur
command-text-delete-forward = effacer
command-text-delete-forward-desc = Efface la lettre sous le curseur
command-text-delete-word = effacer le mot
command-text-delete-word-desc = Efface le mot avant le curseur
command-text-delete-to-start = effacer jusqu’au début
command-text-delete-to-start-desc = Efface jusqu’au début de la ligne
command-text-delete-to-end = effacer jusqu’à la fin
command-text-delete-to-end-desc = Efface jusqu’à la fin de la ligne
command-context-normal = partout
command-context-list = listes
command-context-text = saisie de texte
command-context-start = accueil
command-context-board = entretiens
command-context-references = textes de référence
command-context-find = recherche
command-context-live = appel
command-context-notes = notes à côté des tours
command-context-transcript = transcription
command-context-codebook = grille de codage
command-context-evidence = tableau de preuves
command-context-table = tableau
command-context-passages = passages
command-context-guide = guide
command-context-settings = réglages
command-context-picker = choix dans une liste
command-context-palette = commandes
command-context-help = touches d’un lieu
command-context-search = ligne de recherche
command-context-labels = étiquettes des phrases
command-context-form = champs
command-context-file-picker = choix d’un fichier
command-context-preview = fichier tel que lu
command-context-messages = messages
command-context-log = journal
command-context-confirm = question
command-need-study = aucune étude n’est ouverte
command-need-writable = un autre processus tient cette étude : lecture seule
command-need-sessions = il n’y a pas encore d’entretien
command-need-session = aucun entretien n’est choisi
command-need-call = aucun appel n’est en cours
command-need-guide = l’étude n’a pas de guide d’entretien
command-need-document = aucune transcription n’est ouverte
command-need-words = Une note se code en entier
command-need-passage = il n’y a pas de passage sous le curseur
command-need-selection = rien n’est sélectionné
command-need-coding-here = il n’y a pas de codage ici
command-need-codings-here = il n’y a pas d’autre codage ici
command-need-codes = la grille de codage est vide
command-need-code = aucun code n’est choisi
command-need-suggestion = aucun code n’est proposé ici
command-need-last-code = aucun code n’a encore servi
command-need-scenarios = l’étude n’a pas de scénario
command-need-note = il n’y a pas de note sous le curseur
command-need-undo = rien à annuler
command-need-redo = rien à rétablir
command-need-pattern = rien n’a encore été cherché
command-need-item = rien n’est sous le curseur
command-need-importable = ce fichier ne peut pas être gardé tel qu’il a été lu
command-need-fields = il n’y a qu’un champ
command-need-choice = ce champ s’écrit, il n’y a rien à choisir
command-need-lines = ce champ tient sur une ligne
command-need-draft = rien n’a encore été tapé
command-unknown = commande inconnue « { $name } »
command-takes-nothing = la commande « { $name } » ne prend pas d’argument
command-not-a-number = la commande « { $name } » prend un nombre, pas « { $arg } »
command-context-quotas = échantillon
command-place-quotas = échantillon
command-place-quotas-desc = Va à l’échantillon, au calendrier, aux problèmes et au temps passé
command-session-debrief = débriefing
command-session-debrief-desc = Écrit ce que l’on retient d’un entretien
command-problem-add = noter un problème
command-problem-add-desc = Note un problème du terrain
command-problem-edit = modifier le problème
command-problem-edit-desc = Modifie le problème sous le curseur
command-problem-settle = régler
command-problem-settle-desc = Dit comment le problème sous le curseur a été réglé
command-problem-remove = supprimer le problème
command-problem-remove-desc = Supprime le problème sous le curseur
command-report-minutes = compte rendu
command-report-minutes-desc = Écrit le compte rendu de l’entretien, sous pseudonyme
command-report-progress = point d’étape
command-report-progress-desc = Écrit le point d’étape pour un comité de pilotage

#
# end of command
#
command-place-versions = codages à décider
command-place-versions-desc = Aller aux codages qu’une nouvelle version de leur texte laisse ouverts
command-context-versions = codages à décider
command-versions-accept = nouveaux mots
command-versions-accept-desc = Le codage porte désormais sur les nouveaux mots
command-versions-keep = ancienne version
command-versions-keep-desc = Le codage reste sur la version où il a été fait
command-versions-choose = choisir…
command-versions-choose-desc = Chercher les mots dans la nouvelle version et les sélectionner
command-versions-remove = retirer
command-versions-remove-desc = Retirer le codage
command-versions-accept-alike = tous les semblables
command-versions-accept-alike-desc = Prendre tous les nouveaux mots qui ne diffèrent que par la casse, les accents ou les signes
command-versions-place = poser le codage ici
command-versions-place-desc = Le codage à décider porte sur la sélection
command-versions-open = versions…
command-versions-open-desc = Lire une autre version de ce texte
command-versions-split = couper le tour
command-versions-split-desc = Coupe le tour là où le passage commence et dit qui parle ensuite ; fait une nouvelle version du texte
command-versions-join = réunir au suivant
command-versions-join-desc = Fait un seul tour de celui-ci et du suivant ; fait une nouvelle version du texte
command-versions-rename = renommer la voix
command-versions-rename-desc = Donne un autre nom à qui parle ici, dans tout le texte ; en fait une nouvelle version
command-place-coders = désaccords
command-place-coders-desc = Aller à ce sur quoi deux codeurs diffèrent
command-context-coders = désaccords
command-coders-one = retenir le premier
command-coders-one-desc = Le codage du premier codeur est retenu, avec une raison
command-coders-one-bar = premier
command-coders-other = retenir l’autre
command-coders-other-desc = Le codage de l’autre codeur est retenu, avec une raison
command-coders-other-bar = autre
command-coders-both = retenir les deux
command-coders-both-desc = Les deux codages sont retenus, avec une raison
command-coders-both-bar = les deux
command-coders-neither = n’en retenir aucun
command-coders-neither-desc = Aucun des deux codages n’est retenu, avec une raison
command-coders-neither-bar = aucun
command-coders-pair = quels codeurs…
command-coders-pair-desc = Choisir les deux codeurs que l’on compare
command-coders-beside = côte à côte
command-coders-beside-desc = Montrer le texte entre ce que les deux codeurs y ont mis, ou de nouveau la liste
command-coders-next = désaccord suivant
command-coders-next-desc = Aller au prochain passage de ce texte sur lequel deux codeurs diffèrent
command-coders-previous = désaccord précédent
command-coders-previous-desc = Aller au passage précédent de ce texte sur lequel deux codeurs diffèrent
command-coders-join = joindre une copie
command-coders-join-desc = Faire venir ce qu’une collègue a fait dans sa copie de cette étude
command-coders-blind = coder à l’aveugle
command-coders-blind-desc = Masquer ce que les autres ont codé, partout et dans tous les comptes, ou le revoir
command-place-memos = journal
command-place-memos-desc = Aller au journal de l’analyse et à tous les mémos
command-context-memos = journal
command-memo-add = ajouter
command-memo-add-desc = Écrire dans le journal
command-memo-here = mémo…
command-memo-here-desc = Écrire un mémo sur ce qui est sous le curseur
command-memo-edit = modifier
command-memo-edit-desc = Autres mots pour le mémo
command-memo-remove = retirer
command-memo-remove-desc = Retirer le mémo
command-recording-play = écouter
command-recording-play-desc = Lancer le lecteur à l’heure du passage
command-context-review = relecture du codage automatique
command-autocode-gather = codage automatique
command-autocode-gather-bar = coder tout
command-autocode-gather-desc = Pose un code sur toutes les occurrences, ou sur tout ce que quelqu’un dit ou répond à une question ; chacun attend votre relecture
command-autocode-review = relire le codage automatique
command-autocode-review-desc = Liste les codages automatiques qui attendent une relecture
command-autocode-accept = accepter
command-autocode-accept-desc = Ce codage devient un codage à la main
command-autocode-reject = rejeter
command-autocode-reject-desc = Retire ce codage ; peut être annulé
command-autocode-accept-all = tout accepter
command-autocode-accept-all-desc = Tous les codages de la liste deviennent des codages à la main
command-autocode-reject-all = tout rejeter
command-autocode-reject-all-desc = Retire tous les codages de la liste ; peut être annulé
command-place-stopped = où je me suis arrêté
command-place-stopped-desc = Revient là où vous vous êtes arrêté de lire, dans le dernier texte quitté

### keymap
keymap-key-enter = Entrée
keymap-key-esc = Échap
keymap-key-tab = Tab
keymap-key-space = Espace
keymap-key-backspace = Retour arrière
keymap-key-delete = Suppr
keymap-key-insert = Inser
keymap-key-up = ↑
keymap-key-down = ↓
keymap-key-left = ←
keymap-key-right = →
keymap-key-home = Début
keymap-key-end = Fin
keymap-key-pageup = Pg préc
keymap-key-pagedown = Pg suiv
keymap-key-shift = Maj
keymap-menu-go = aller à…
keymap-menu-minutes = écarter des minutes
keymap-menu-call = pendant l’appel
keymap-menu-strength = force
keymap-menu-ends = bornes du passage, corrections
keymap-menu-moves = aller (un nombre dit combien)
keymap-word-next = mot suivant
keymap-word-previous = mot précédent
keymap-menu-slot = emplacement du code
keymap-menu-field = champ du code
keymap-menu-select = sélectionner
keymap-not-a-key = « { $key } » n’est pas une touche ; écrivez g, C-p, S-tab, f1, space, avec une espace entre celles d’un accord
keymap-unknown = « { $word } » est inconnu
keymap-unknown-meant = « { $word } » est inconnu ; vouliez-vous dire « { $meant } » ?
keymap-expected = on attend ici { $what }
keymap-expected-text = un texte entre guillemets droits
keymap-expected-table = une table
keymap-expected-list = une liste de contextes
keymap-expected-digits = les dix caractères de la rangée des chiffres, de 0 à 9
keymap-expected-digits-mode = "count", "slot" ou "text"
keymap-expected-text-command = une commande qui prend du texte
keymap-expected-action = une commande, une liste de commandes, une table avec run ou menu, ou false
keymap-schema = ce programme connaît le schéma { $known } des fichiers de touches
keymap-takes-no-digit = « { $key } » désigne des chiffres, et aucune commande ici n’en prend
keymap-no-such-keymap = il n’y a pas de clavier « { $name } » ; connus : { $known }
keymap-fault-twice = « { $chord } » est déjà lié à la ligne { $line }
keymap-fault-hidden = « { $chord } » ne peut pas être atteint à côté de « { $other } », ligne { $line }
keymap-fault-altgr = « { $chord } » : { $key } demande AltGr sur { $layout }
keymap-fault-dead = « { $chord } » : { $key } est une touche morte sur { $layout }
keymap-fault-missing = « { $chord } » : { $key } n’existe pas sur { $layout }
keymap-fault-elsewhere = la commande { $command } n’existe pas dans « { $context } »
keymap-fault-no-words = aucun message ne s’appelle « { $key } »
keymap-fault-same-key = { $key } est Tab, Entrée, Retour arrière, Échap ou un saut de ligne dans la plupart des terminaux
keymap-fault-flow = { $key } peut arrêter et relancer l’affichage du terminal
keymap-fault-suspend = { $key } ne sert qu’à suspendre
keymap-fault-kept-by = { $key } est gardé par { $by }
keymap-fault-ctrl-sign = { $key } : Ctrl avec un signe ou un chiffre n’est pas la même touche selon le clavier et le terminal
keymap-fault-not-sent = { $key } ne se distingue pas d’une autre touche dans la plupart des terminaux
keymap-fault-alt-in-text = « { $chord } » : Alt ne sert pas aux commandes là où l’on tape du texte
keymap-fault-hides-digit = « { $chord } » cache le chiffre { $digit } de la rangée sans Maj dans « { $context } » sur { $layout }
keymap-why-place = { $place }, dans [keys.{ $context }]
keymap-why-in = en vigueur dans : { $contexts }
keymap-why-nothing = rien n’est lié à cela
keymap-why-shift = { $key } : avec Maj sur { $layout }
keymap-why-altgr = { $key } : avec AltGr sur { $layout }, donc aucun clavier fourni ne s’en sert
keymap-why-dead = { $key } : touche morte sur { $layout }, donc aucun clavier fourni ne s’en sert
keymap-why-missing = { $key } : absent de { $layout }

#
# end of keymap
#


### config
config-toml = ce n’est pas du TOML ici : { $reason }
config-unknown-key = réglage inconnu « { $key } » ; connus : { $known }
config-unknown-key-meant = réglage inconnu « { $key } » ; vouliez-vous dire « { $meant } » ?
config-not-text = « { $key } » devrait être un texte entre guillemets droits ; la valeur par défaut est prise
config-not-one-of = « { $key } » ne peut pas être « { $value } » ; attendu : { $known }. La valeur par défaut est prise
config-not-a-file = ce n’est pas un fichier ; les valeurs par défaut sont prises
config-too-large = ce fichier dépasse 1 Mio ; les valeurs par défaut sont prises
config-unreadable = ce fichier ne peut pas être lu ({ $reason }) ; les valeurs par défaut sont prises
config-not-utf8 = ce fichier n’est plus de l’UTF-8 à partir d’ici ; les valeurs par défaut sont prises

#
# end of config
#


### app

app-call-paused = en pause
app-call-anchor = Enregistrement de { $session }
app-call-anchor-at = Commencé à (3:12 sur l’horloge de l’appel ; vide : avec lui)
app-call-anchored = L’enregistrement a commencé à { $at } de l’appel
app-call-anchor-none = L’enregistrement a commencé avec l’appel
app-call-clock-changed = L’horloge de la machine a été changée ; celle de l’appel continue
app-call-open = Avant de raccrocher : { $session }
app-call-open-nothing = Rien ne reste ouvert
app-call-open-unasked = non posée
app-call-open-closing = à demander à la fin :
app-call-open-nowhere = sans preuve encore dans l’étude
app-call-open-not-here = sans preuve encore dans cet appel
app-call-open-sum = { $total } sur { $n ->
    [one] { $n } entretien
   *[other] { $n } entretiens
}
app-call-left = reste { $n } min
app-call-over = { $n } min de trop
app-call-ended = L’appel de { $session } est terminé
app-note-code = Code de la note
app-note-question = Question
app-question-jump = Aller à la question
app-cards-shuffled = Ordre des cartes : { $order }
app-note-time = Heure de la note dans l’appel (23:05)
app-note-time-bad = « { $text } » n’est pas une heure d’appel : 23:05 ou 1:02:03
app-note-each = { $n } notes, une par ligne
app-note-one = une seule note
app-answer-bad = « { $typed } » n’est pas une réponse : gardé tel quel dans une note à vérifier, compté nulle part. Attendu : { $expected }
app-answer-nothing = La question { $question } n’a rien à remplir : l’étude n’a ni carte ni attribut pour elle
app-answer-so-far = jusqu’ici { $value }
app-answer-expected = attendu : { $expected }
app-answer-left = reste { $n } sur 100
app-answer-over = { $n } de trop sur 100
app-question-skipped = pas pour cette personne : { $why }
app-incident-situation = situation
app-incident-task = tâche
app-incident-action = action
app-incident-result = résultat
app-rail-left = reste { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}, { $minutes } min prévues
app-rail-follow-up = à relancer : { $n }
app-note-add = Note
app-kind-paraphrase = paraphrase
app-kind-verbatim = verbatim
app-kind-observation = observation
app-kind-interpretation = interprétation
app-kind-figure = chiffre
app-flag-follow-up = à relancer
app-flag-verify = à vérifier
app-flag-quote = citation forte
app-flag-mask = à masquer
app-flag-document = document

app-code-new = Nouveau code : sa clé, puis un espace et son libellé
app-code-key = Clé
app-code-label-fr = Libellé (français)
app-code-label-en = Libellé (anglais)
app-code-definition = Définition
app-code-include = Inclut
app-code-exclude = Exclut
app-code-example = Exemple
app-code-colour = Couleur
app-code-slot = Case (1-9)
app-code-form = Code { $code }
app-code-root = en tête de la grille
app-code-move = Déplacer { $code } sous
app-code-merge = Fusionner { $code } dans
app-code-merged = { $code } fusionné dans { $into } : { $n ->
    [one] un codage suit
   *[other] { $n } codages suivent
}
app-code-delete = { $code } porte { $n ->
    [one] un codage
   *[other] { $n } codages
}. Que deviennent-ils ?
app-code-delete-not = garder le code
app-code-delete-move = leur donner un autre code
app-code-delete-remove = { $n ->
    [one] supprimer aussi ce codage
   *[other] supprimer aussi ces { $n } codages
}
app-colour-none = aucune
app-colour-red = rouge
app-colour-green = vert
app-colour-yellow = jaune
app-colour-blue = bleu
app-colour-magenta = magenta
app-colour-cyan = cyan
app-colour-white = blanc

app-study-bad-name = Une étude ne peut pas s’appeler « { $name } » : lettres, chiffres, « - », « _ » et espaces, sans point au début
app-study-exists = Il y a déjà une étude « { $name } »
app-study-refused = { $n ->
    [one] Rien n’a été gardé : un problème dans les fichiers
   *[other] Rien n’a été gardé : { $n } problèmes dans les fichiers
}
app-disk = { $path } : { $reason }

app-guide-section = Section { $key }
app-guide-question = Question { $key }
app-guide-new-section = Nouvelle section : clé, puis titre
app-guide-new-question = Nouvelle question : clé, puis ses mots
app-guide-new-debrief = Nouveau champ du débriefing : clé, puis ses mots
app-guide-debrief = Débriefing, { $key }
app-guide-consent = Accord
app-guide-version = Guide : la version { $number } est née ; la version { $before } reste aux entretiens menés avec elle
app-guide-field-key = clé
app-guide-field-title = titre
app-guide-field-minutes = minutes
app-guide-field-kind = type
app-guide-field-text = mots
app-guide-field-unit = unité
app-guide-field-options = options
app-guide-field-fields = champs
app-guide-field-roles = fonctions
app-guide-field-skip-if = sautée si
app-guide-field-scenario = scénario
app-guide-field-codes = codes
app-guide-field-followups = relances
app-guide-field-watch = à observer
app-guide-field-sensitive = délicate
app-guide-field-version = version
app-guide-field-items = à dire
app-guide-field-closing = à la fin
app-settings-study = L’étude et ses règles
app-settings-key = Clé
app-settings-fixed = Ceci ne se déplace ni ne se supprime ; Entrée le modifie
app-settings-keep = garder
app-settings-remove = supprimer (on peut annuler)
app-settings-label-fr = Libellé (français)
app-settings-label-en = Libellé (anglais)
app-settings-summary-fr = Résumé (français)
app-settings-summary-en = Résumé (anglais)
app-settings-scenario-new = Nouveau scénario
app-settings-scenario = Scénario { $scenario }
app-settings-scenario-remove = Supprimer le scénario { $scenario } ? { $n ->
    [one] Un codage a
   *[other] { $n } codages ont
} une polarité pour lui ; elle resterait, invisible, et reviendrait avec « annuler »
app-settings-attribute-new = Nouvel attribut
app-settings-attribute = Attribut { $attribute }
app-settings-attribute-held = { $n ->
    [one] Une personne ou organisation a
   *[other] { $n } personnes ou organisations ont
} déjà une valeur : son objet et son type ne changent plus
app-settings-attribute-remove = Supprimer l’attribut { $attribute } ? { $n ->
    [one] Une personne ou organisation en a
   *[other] { $n } personnes ou organisations en ont
} une valeur ; elle resterait, invisible, et reviendrait avec « annuler »
app-settings-of = Décrit
app-settings-of-participant = participant
app-settings-of-organisation = organisation
app-settings-kind = Type
app-settings-kind-choice = choix
app-settings-kind-number = nombre
app-settings-kind-text = texte
app-settings-stratum = Strate (les tableaux s’y découpent)
app-settings-stratum-yes = strate
app-settings-value-new = Nouvelle valeur de { $attribute }
app-settings-value = Valeur { $value } de { $attribute }
app-settings-value-remove = Supprimer la valeur { $value } ? { $n ->
    [one] Une personne ou organisation l’a
   *[other] { $n } personnes ou organisations l’ont
} ; elle reviendrait avec « annuler »
app-settings-universe = Effectif de la population
app-settings-target-new = Nouvel objectif
app-settings-target = Objectif
app-settings-n = Entretiens voulus
app-settings-any = n’importe
app-setting-name = Nom
app-setting-aim = But
app-setting-languages = Langues
app-setting-mask-under = Masquer sous (effectif)
app-setting-count-interviewer = Compter qui interroge
app-setting-common-strength = Commun : force dès
app-setting-common-share = Commun : part dès
app-setting-criteria = Critères (année)

app-yes = oui
app-no = non
app-study-open = Ouvrir une étude
app-away = { $share ->
    [0] { $what } { $key } arrête
   *[other] { $what } { $share } % · { $key } arrête
 }
app-join-call = Un entretien est en cours : terminez-le avant de joindre une copie
app-form-changed = Le texte a changé depuis : il est en haut, ce que vous aviez tapé est en dessous
app-form-unsent = Ce qui est tapé est gardé : il revient quand on rouvre ce formulaire
app-away-stopping = { $what } Arrêt, s’il est encore possible…
app-away-given-up = Abandonné : { $what }
app-milestone-reading = Lecture de l’étude telle qu’à « { $name } »…
app-autocode-gathering = Recherche des passages…
app-coders-comparing = Comparaison de { $one } et { $other }…
app-study-opening = Ouverture de { $name } : reconstruction de son état depuis les journaux, { $share } %. { $key } abandonne.
app-study-given-up = Ouverture de { $name } abandonnée ; rien n’a été changé.
app-study-none = Il n’y a pas d’étude « { $name } » dans le dossier de données
app-study-new = Nom de la nouvelle étude
app-study-making = L’étude « { $name } » se prépare…
app-sample-making = L’étude d’exemple se prépare…
app-study-made = { $warnings ->
    [0] Étude « { $name } » créée
    [one] Étude « { $name } » créée ; un avertissement, dans les messages
   *[other] Étude « { $name } » créée ; { $warnings } avertissements, dans les messages
}
app-more-faults = { $n ->
    [one] et un problème de plus
   *[other] et { $n } problèmes de plus
}
app-checking = Vérification en cours…
app-checked = L’étude est intacte : journal, textes et passages
app-folder = Dossier de l’étude à importer
app-no-word = « { $word } » ne convient pas ; attendu : { $words }

app-file-import = Choisir un fichier à importer
app-file-reference = Choisir un texte de référence
app-file-none = { $path } n’existe pas
app-not-a-file = { $path } n’est pas un fichier
app-preview-no-speaker = Personne ne parle sur cette ligne : choisissez une personne ou un tour
app-preview-no-candidate = Cette ligne n’est pas un nom vu une seule fois
app-preview-session = À quel entretien va ce fichier ?
app-preview-session-new = nouvel entretien
app-preview-encoding = Relire avec l’encodage
app-preview-encoding-other = encodage
app-preview-format = Relire comme
app-import-nothing = { $file } ne dit rien que l’étude ne sache déjà
app-import-text = { $file } gardé dans { $session }
app-import-reference = { $file } gardé comme texte de référence

app-export = Exporter
app-export-what = Ce qui est écrit
app-export-out = Dossier
app-export-profile = Profil
app-export-data = données (virgule, point décimal)
app-export-excel = Excel français (point-virgule)
app-export-shared = À partager (sans noms, petits effectifs masqués)
app-export-force = Même si le dossier contient autre chose
app-exporting = Export vers { $out }…
app-exported = { $n ->
    [one] Un fichier écrit dans { $out }
   *[other] { $n } fichiers écrits dans { $out }
}

app-session-new = Nouvel entretien
app-session-form = Entretien { $session }
app-session-key = Clé
app-session-state = État de { $session }
app-session-state-field = État
app-session-planned = Prévu le
app-session-started = Début
app-session-ended = Fin
app-session-zone = Fuseau horaire
app-session-minutes = Durée (min)
app-session-planned-minutes = Durée prévue (min)
app-session-reason = Motif
app-session-spent-preparing = Préparation (min)
app-session-spent-notes = Mise au propre (min)
app-session-spent-coding = Codage (min)
app-session-mode = Mode
app-session-interviewer = Enquêteur·rice
app-session-delete = Supprimer { $session } avec { $texts ->
    [0] aucun texte
    [one] un texte
   *[other] { $texts } textes
}, { $notes ->
    [0] aucune note
    [one] une note
   *[other] { $notes } notes
} et { $codings ->
    [0] aucun codage
    [one] un codage
   *[other] { $codings } codages
} ?
app-session-delete-not = garder l’entretien
app-session-delete-yes = supprimer (on peut annuler)
app-session-deleted = Entretien { $session } supprimé
app-state-planned = prévu
app-state-running = en cours
app-state-done = mené
app-state-cancelled = annulé
app-state-no-show = absent
app-state-refused = refusé
app-bad-moment = « { $text } » n’est pas une date : 2026-03-14 ou 2026-03-14 14:00
app-bad-number = « { $text } » n’est pas un nombre entier
app-bad-zone = « { $zone } » n’est pas un fuseau horaire : par exemple Europe/Paris

app-participant-new = Nouveau participant de { $session }
app-participant-form = Participant { $participant } de { $session }
app-participant-which = Quel participant de { $session } ?
app-participant-none = Cet entretien n’a pas encore de participant
app-participant-key = Pseudonyme (vide : la clé)
app-participant-speaker = Nom dans la transcription, s’il diffère
app-participant-organisation = Organisation (pseudonyme)
app-participant-consent = Consentement
app-participant-asks = Pose les questions (non compté)
app-participant-role = Rôle
app-participant-remove = Supprimer le participant { $participant } de { $session } ?
app-participant-remove-not = garder le participant
app-participant-remove-yes = supprimer (on peut annuler)
app-organisation-which = Quelle organisation de { $session } ?
app-organisation-form = Organisation de { $session }
app-organisation-key = Pseudonyme

app-consent = Consentement de { $session }
app-consent-sheet = Consentement de { $person } · formulaire { $form }
app-consent-noted = Consentement de { $person } · { $by }, { $at }, formulaire { $form }
app-consent-told = Dit : { $item }
app-consent-recording = Peut être enregistré
app-consent-quoting = Peut être cité
app-consent-contact = Peut être recontacté
app-consent-closing = Question de fin posée
app-consent-closing-words = À la fin : { $words }
app-consent-unknown = inconnu
app-consent-given = donné
app-consent-no-quote = sans citation
app-consent-after-reading = après relecture
app-hidden-edit = Cette note est écartée à la demande de la personne : reprenez-la d’abord.
app-excluded-now = Écarté de { $session } : { $what }
app-readmitted-now = De nouveau repris dans { $session } : { $what }
app-exclude-time = Temps à écarter de { $session }
app-exclude-from = De (heure de l’appel, 12:00)
app-exclude-to = À (où reprend le reste)
app-origin-title = { $codes }, note de { $at } : de quels mots ?
app-origin-item = { $n } % { $at }
app-origin-uncoded = Cette note ne porte aucun code à reporter sur la transcription.
app-origin-none = Aucun passage à proposer : { $why }.
app-hidden-code = Ce passage est écarté à la demande de la personne : il ne se code pas.
app-excluded-note = une note
app-excluded-text = { $n } signes de { $document }
app-excluded-time = de { $from } à { $to }
app-consent-withdrawn = retiré
app-withdraw = Retirer le consentement de { $session } : ses mots, notes et codages disparaissent des tableaux et des exports ; l’entretien est compté à part, à voix haute. On peut annuler. Pour effacer à jamais : entretien erase { $session }
app-withdraw-one = Retirer le consentement de { $participant } dans { $session } : ses tours et codages disparaissent des tableaux et des exports. On peut annuler.
app-withdraw-not = ne rien changer
app-withdraw-yes = retirer
app-withdrawn = Consentement retiré dans { $session } : plus rien n’en est montré ni compté ; déjà exporté ailleurs, cela y reste

app-identity-which = De qui l’identité, dans { $session } ?
app-identity-participant = participant
app-identity-organisation = organisation
app-identity-form = Identité de { $key } (dans aucun tableau, aucun export)
app-identity-name = Nom
app-identity-telephone = Téléphone
app-identity-mail = Courriel

app-reference-key = Clé du texte de référence
app-reference-delete = Supprimer le texte de référence { $reference } avec { $codings ->
    [0] aucun codage
    [one] un codage
   *[other] { $codings } codages
} ?
app-reference-delete-not = garder le texte
app-reference-delete-yes = supprimer (on peut annuler)

app-answer-answered = répondu
app-answer-partial = en partie
app-answer-not-asked = non posé
app-answer-not-applicable = sans objet
app-answer-refused = refusé
app-answer-unknown = ne sait pas

app-not-bound = { $keys } ne fait rien ici ; ? montre les touches de ce lieu
app-not-here = pas à cet endroit
app-fault = Défaut interne du programme : { $fault }. Ce qui était enregistré le reste.
app-copied = Copié
app-copy-too-long = Trop long pour le presse-papiers de ce terminal, et aucun programme de presse-papiers n’a été trouvé : exportez plutôt
app-folder-copy = Dossier de la copie d’une collègue
app-join-elsewhere = Dans { $study } : { $what }
app-joining = { $folder } arrive…
app-coders-one = Moins de deux codeurs ont codé dans cette étude : il n’y a rien à comparer.
app-coders-which = Entre quels codeurs ?
app-coders-nothing = { $coder } n’a ici aucun codage à retenir
app-coders-why = { $verdict ->
    [one] Pourquoi retenir celui de { $one } ?
    [other] Pourquoi retenir celui de { $other } ?
    [both] Pourquoi retenir les deux ?
   *[neither] Pourquoi n’en retenir aucun ?
}
app-coders-no-more = Plus de désaccord entre { $one } et { $other } dans ce texte ({ $here } ici, { $elsewhere } ailleurs)
app-coders-end = Plus de désaccord dans cette direction
app-conflicts = { $n ->
    [one] Un changement est resté sans effet : ce qu’il visait n’existe plus
   *[other] { $n } changements sont restés sans effet : ce qu’ils visaient n’existe plus
}
app-search = Chercher
app-find-words = Chercher dans toute l’étude (a & b : dans un tour ; a ~10 b : à dix mots au plus)
app-find-given-up = Recherche abandonnée
app-find-no-attributes = Aucun attribut de l’étude n’a de valeurs à choisir
app-find-where = Seulement qui a cette valeur
app-find-where-form = Il faut attribut=valeur, et non « { $text } »
app-find-chosen = choisie ; une deuxième fois la retire
app-find-code = Seulement dans les passages de ce code
app-find-code-any = partout, codé ou non
app-saved-nothing = Il n’y a ici ni recherche ni requête à garder
app-saved-name = Sous quel nom ?
app-saved = Gardé sous « { $name } »
app-saved-open = Laquelle refaire ?
app-saved-remove = Laquelle oublier ?
app-saved-none = Rien n’est gardé sous un nom
app-not-found = « { $text } » ne se trouve pas ici
app-undone = Annulé : { $what }
app-redone = Rétabli : { $what }
app-undone-partly = Annulé en partie : { $what } ; { $n ->
    [one] un endroit a été écrit depuis et reste
   *[other] { $n } endroits ont été écrits depuis et restent
}
app-theme = Couleurs : { $name }
app-keys-choose = Clavier
app-keys-chosen = Clavier { $name }
app-keys-why = Quelles touches ?
app-literally = { $text }

app-note-kind-paraphrase = paraphrase
app-note-kind-verbatim = verbatim
app-note-kind-observation = observation
app-note-kind-interpretation = interprétation
app-note-kind-figure = chiffre
app-interviewer = Enquête
app-transcript-version = v{ $n }
app-transcript-notes = notes
app-transcript-coder = codeur { $coder }
app-transcript-turn = tour { $at } · { $percent } % lu
app-note-empty = Une note garde ses mots : rien n’a changé.
app-coded-already = { $code } y est déjà : { $place }
app-coded-uncounted = { $what }. Ce sont les mots de l’enquête : ils ne comptent pas.
app-coding-of-other = { $what }. Ce codage est de { $coder }.
app-unchanged = { $code } l’a déjà
app-slot-empty = Aucun code à l’emplacement { $slot } : donnez-le-lui dans la grille
app-strength-range = Une force est un chiffre de 0 à 4
app-strength = force { $n }
app-no-code = Aucun code ne s’appelle « { $text } »
app-no-scenario = Aucun scénario ne s’appelle { $key }
app-no-more-codings = Plus de codage de ce côté
app-labels = Tapez les lettres d’une phrase, Échap pour renoncer.
app-label-unknown = Aucune phrase n’a ces lettres.
app-labels-none = Aucune phrase à l’écran.
app-no-question = Aucune question avant ces mots.
app-no-code-here = Aucun code ici, ni posé avant : rien à suivre.
app-memo = Mémo sur { $code }
app-scenario = Scénario
app-scenario-now = Scénario { $key } { $label }
app-text-missing = Ce texte n’a aucune version à lire
app-coding-gone = Ce codage n’est plus là
app-suggestion-none = Il n’y a pas de proposition { $n } ici.
app-suggestions-on = Des codes sont proposés dans cette étude
app-suggestions-off = Plus aucun code n’est proposé dans cette étude
app-suggestions-blind = Rien n’est suggéré tant que vous codez à l’aveugle
app-blind = { $state ->
    [on] Vous codez à l’aveugle : ce que les autres ont codé est masqué, ici et dans tous les comptes ; rien n’est suggéré
   *[off] Vous revoyez ce que les autres ont codé
}
app-blind-leave = Vous codez à l’aveugle. Voir ce que les autres ont codé ? Le journal dira que vous l’avez fait.
app-blind-stay = continuer à l’aveugle
app-blind-go = voir le travail des autres
app-coding-code-pick = Quel code ?
app-coding-code-new = Nouveau code : clé et libellé
app-coding-code-new-offer = nouveau code :
app-coding-code-near = « { $code } » ressemble à des codes qui existent. Lequel ?
app-coding-code-use = prendre { $code }
app-coding-code-make = créer « { $code } » quand même
app-coding-code-made = Nouveau code { $code }
app-coding-code-include = oui : { $text }
app-coding-code-exclude = non : { $text }
app-coding-code-undefined = pas encore défini
app-close = fermer
app-coding-choose = Quel codage ici ?

app-evidence-no-passages = Aucun passage derrière cette ligne
app-source-figures = Réponses derrière quel chiffre ?
app-source-all = toutes
app-source-answers = { $n ->
    [one] Une réponse derrière cette ligne
   *[other] { $n } réponses derrière cette ligne
}
app-source-interviews = { $n ->
    [one] Un entretien derrière cette ligne
   *[other] { $n } entretiens derrière cette ligne
}
app-source-none = Aucun entretien derrière cette ligne
app-evidence-by = Compter par
app-evidence-by-none = sans groupes
app-evidence-stratum = strate
app-evidence-role = rôle dans l’entretien
app-evidence-coder = Codages de
app-evidence-coder-all = tout le monde
app-evidence-gaps-only = Seulement ce qui n’a pas de preuve
app-evidence-gaps-hidden = Seulement ce qui a une preuve
app-evidence-gaps-all = Toutes les lignes
app-evidence-quote = « { $quote } » ({ $reference })
app-evidence-no-quote = ({ $reference } : citation non consentie)
app-evidence-nothing-to-quote = Rien de cette ligne ne peut être cité
app-table-open = Quel tableau ?
app-table-not-so = Ce tableau ne se compte pas ainsi
app-table-scenario = Quel scénario ?
app-table-scenarios-all = tous les scénarios
app-table-unit = Comparer les codeurs
app-table-units-all = toutes les unités
app-table-unit-turn = par tour
app-table-unit-sentence = par phrase
app-table-unit-segment = par segment
app-table-unit-character = par caractère
app-table-sorted-down = Par « { $column } », du plus grand au plus petit
app-table-sorted-up = Par « { $column } », du plus petit au plus grand
app-table-sorted-not = Dans l’ordre de l’étude
app-table-nothing-written = Rien ne s’écrit à la main dans ce tableau
app-finding-none-here = Aucun constat sous le curseur : le tableau « findings » les liste
app-finding-new = Nouveau constat
app-finding-added = Le constat { $key } est énoncé
app-finding-removed = Le constat { $key } est supprimé
app-finding-unknown = Aucun constat ne s’appelle « { $key } »
app-finding-side = « { $side } » n’est pas un côté : for, against ou none
app-finding-withdrawn = Cet entretien est retiré : ses mots ne portent aucun constat
app-finding-no-findings = Pas encore de constat : la commande « finding.add » en énonce un
app-finding-cite = Pour ou contre quel constat ?
app-finding-side-for = pour
app-finding-side-against = contre
app-finding-side-none = retirer
app-finding-here = il y est
app-finding-cited = { $side ->
    [for] Pour { $key }
    [against] Contre { $key }
   *[none] Retiré de { $key }
}
app-finding-inputs = Constat { $key } : { $plus } pour, { $minus } contre, { $interviews ->
    [0] aucun entretien
    [one] un entretien
   *[other] { $interviews } entretiens
}{ $since ->
    [0] {""}
   *[other] {" · "}changé depuis : { $since }
}
app-finding-statement = Énoncé
app-finding-scenario = Scénario
app-finding-no-scenario = aucun
app-finding-none = à juger
app-finding-why = pourquoi
app-finding-methodological = Méthode
app-finding-coherence = Cohérence
app-finding-adequacy = Suffisance
app-finding-relevance = Pertinence
app-finding-concern-none = aucune réserve
app-finding-concern-minor = réserve mineure
app-finding-concern-moderate = réserve modérée
app-finding-concern-substantial = réserve forte
app-finding-confidence = Confiance
app-finding-confidence-high = haute
app-finding-confidence-moderate = moyenne
app-finding-confidence-low = basse
app-finding-confidence-very-low = très basse
app-framework-no-theme = Mettez le curseur sur un thème : sa colonne a le résumé
app-framework-summary = { $theme }, en bref
app-milestone-name = Nom du point d’étape
app-milestone-added = Le point d’étape « { $name } » est posé
app-milestone-none = Pas encore de point d’étape : la commande « milestone.add » en pose un
app-milestone-view = À quel point d’étape ?
app-milestone-now = tel que c’est maintenant
app-milestone-unknown = Aucun point d’étape ne s’appelle « { $name } ». Il y a : { $known }
app-milestone-call = Un entretien est en cours : il doit finir d’abord
app-milestone-shown = L’étude telle qu’elle était à « { $name } », en lecture
app-milestone-late = L’étude telle qu’elle était à « { $name } » ; { $n } lignes arrivées tard sont laissées de côté
app-milestone-diff = Comparer avec quel point d’étape ?
app-milestone-counting = Chaque tableau est compté deux fois…
app-milestone-same = Aucun chiffre n’a bougé depuis { $name }
app-milestone-moved = Depuis { $name } : { $n ->
    [one] un chiffre a bougé
   *[other] { $n } chiffres ont bougé
}
app-milestone-study = Dans l’étude
app-milestone-gone = Cela n’est plus dans l’étude : il n’y a rien à ouvrir
app-milestone-line-gone = Cette ligne n’est plus dans le tableau
app-milestone-back = L’étude telle qu’elle est
app-quotes-file = Quel texte fini (Markdown, texte, Word) ?
app-quotes-reading = Lecture du texte…
app-quotes-none = Le texte n’a ni citation ni chiffre
app-quotes-unread = { $file } ne peut être lu : { $reason }
app-quotes-found = { $file } : { $n } citations et chiffres, { $wrong } à regarder
app-quotes-other = un autre texte…
app-quotes-no-place = Ces mots n’ont été dits nulle part
app-query = Quels passages ? A et B · A sauf:entretien B · A et:10 B · D8*[size=under10, S2=+]
app-table-evidence = preuves par scénario
app-table-codes = emploi des codes
app-table-adherence = adhésion aux scénarios
app-table-answers = réponses, question par question
app-table-totals = totaux pour la population
app-table-allocation = répartition du temps
app-table-panorama = le panorama des certifications
app-table-mentions = ce que l’on cite
app-table-choice = réponses choisies
app-table-hours = temps passé, en jours
app-table-sample = échantillon et objectifs
app-table-common = commun et propre aux strates
app-table-saturation = nouveaux codes, entretien par entretien
app-table-saturation-runs = quand les nouveaux codes cessent
app-table-framework = résumés par thème
app-table-coders = accord des codeurs
app-table-matrix = codes par entretien
app-table-cooccurrence = codes ensemble
app-table-criteria = critères
app-table-findings = constats
app-log-no-passage = Rien à ouvrir derrière cette ligne : elle ne touche aucun codage qui existe encore

app-export-as = Exporter ce tableau en
app-export-csv = CSV, pour d’autres programmes
app-export-excel-fr = CSV pour Excel en français
app-export-markdown = Markdown, pour un texte
app-export-json = JSON, avec les passages
app-export-path = Dans quel fichier ?
app-export-exists = { $path } existe déjà.
app-export-keep = le garder
app-export-over = l’écraser
app-export-written = Écrit : { $path }, { $rows ->
    [one] une ligne
   *[other] { $rows } lignes
}
app-export-failed = Rien n’a été écrit : { $reason }
app-setting-day-hours = Journée (heures)
app-setting-suggestions = Proposer des codes
app-debrief = Débriefing de { $session }
app-debrief-withdrawn = Cet entretien a été retiré : il n’a pas de débriefing
app-problem = Problème
app-problem-new = Nouveau problème
app-problem-none = Il n’y a pas de problème sous le curseur
app-problem-words = Ce qui ne va pas
app-problem-session = Entretien
app-problem-settled = Comment c’est réglé
app-problem-settle = Comment est-ce réglé
app-report-out = Écrire dans (.md, .csv ou .docx)
app-preview-many = de plusieurs fichiers chacun est lu comme il est : ouvrez-en un seul pour dire comment le lire
app-preview-many-large = trop pour être lu ensemble : ouvrez-le seul
app-preview-many-pdf = un PDF est une conjecture : ouvrez-le seul et regardez ce qui en est lu
app-preview-many-refused = refusé
app-preview-many-again = les fichiers deviennent autre chose dans l’étude d’à présent : regardez encore, puis gardez-les
app-import-keeping = { $n ->
    [one] { $n } fichier arrive…
   *[other] { $n } fichiers arrivent…
 }
app-import-many = { $n ->
    [one] { $n } fichier gardé
   *[other] { $n } fichiers gardés
}{ $refused ->
    [0] {""}
    [one] , { $refused } refusé, laissé de côté
   *[other] , { $refused } refusés, laissés de côté
}
app-report-progress-file = point-etape
app-report-written = Rapport écrit dans { $out }
app-report-refused = { $out } : le rapport n’est pas écrit, { $reason }

#
# end of app
#
app-version-no-place = Ses mots ne sont nulle part dans la nouvelle version : le garder, choisir des mots ou le retirer
app-version-choose = Sélectionner les mots, puis dire que le codage est ici
app-version-split = Couper le tour
app-version-split-who = Qui parle ensuite
app-version-rename = Renommer la voix
app-version-rename-to = Nom dans tout le texte
app-version-rename-empty = Un nom
app-version-nobody = Personne n’est nommé dans ce tour : il n’y a pas de nom à changer
app-version-not-newest = Une correction se fait sur la version la plus récente : l’ouvrir d’abord
app-version-none-chosen = Aucun codage n’est cherché : en choisir un parmi ceux à décider
app-version-other-text = Ce texte n’est pas la nouvelle version de celui qui a été codé
app-version-none = Il n’y a pas de version { $n }
app-version-which = Version
app-version-not-kept = Non, c’est un autre entretien
app-version-kept = En faire tout de même la version suivante
app-version-arrived = { $document }, version { $number } : { $share } % des mots retrouvés ; { $went } codages ont suivi, { $open } à décider
label-version-remove = retire un codage dont les mots ont changé
app-memo-new = Mémo
app-memo-text = Mots
app-memo-about = Sur
app-memo-edit = Mémo : { $on }
app-session-recording = Enregistrement
app-recording-no-time = Il n’y a pas d’heure à écouter ici
app-recording-none = { $session } ne nomme pas d’enregistrement : session set { $session } --recording FICHIER, ou son formulaire
app-recording-missing = Aucun enregistrement à { $file }
app-player-unset = Aucun lecteur n’est réglé. Dans { $file } : player = "mpv --start={"{"}t{"}"} {"{"}file{"}"}"
app-player-bad = Le lecteur de la configuration n’est pas une commande : { $player }
app-player-none = Pas de lecteur
app-player-refused = { $player } ne démarre pas : { $reason }
app-player-failed = { $player } s’est arrêté avec { $code } : connaît-il ce fichier ?
app-player-started = { $session } à { $at }
app-autocode-code = Code à poser partout
app-autocode-title = Codage automatique : { $code }
app-autocode-unit = À chaque fois
app-autocode-unit-hit = les mots seuls
app-autocode-unit-sentence = leur phrase
app-autocode-unit-turn = tout leur tour
app-autocode-speaker = Locuteur (tous si vide)
app-autocode-question = Sous la question
app-autocode-what = Dites de qui, ou sous quelle question ; ou cherchez d’abord des mots, puis codez leurs occurrences
app-autocode-nothing = Aucun passage à coder : rien de tel dans l’étude
app-autocoded = { $n ->
    [0] Rien de nouveau codé { $code }
    [one] Un passage codé { $code } ; il attend une relecture
   *[other] { $n } passages codés { $code } ; ils attendent une relecture
}{ $met ->
    [0] {""}
    [one] {" ; un l’était déjà"}
   *[other] {" ; "}{ $met } l’étaient déjà
}
app-autocode-interviewer = { $n ->
    [one] Une occurrence est dans les mots d’un interviewer, qui ne comptent pas : laissée de côté
   *[other] { $n } occurrences sont dans les mots des interviewers, qui ne comptent pas : laissées de côté
}
app-autocode-left-out = { $n ->
    [one] Un passage touche à ce qui est exclu : non codé
   *[other] { $n } passages touchent à ce qui est exclu : non codés
}
app-autocode-elsewhere = { $n ->
    [one] Une occurrence est dans un mémo, une réponse ou un code : ce n’est pas un passage
   *[other] { $n } occurrences sont dans des mémos, des réponses ou des codes : ce ne sont pas des passages
}
app-autocode-unlisted = { $n ->
    [one] Une occurrence n’est pas listée et n’a pas été codée
   *[other] { $n } occurrences ne sont pas listées et n’ont pas été codées
}
app-autocode-waiting = codages automatiques à relire
app-autocode-reviewed = Rien n’attend de relecture
app-autocode-accept-all = Accepter { $n ->
    [one] ce codage
   *[other] les { $n } codages
} ?
app-autocode-reject-all = Rejeter { $n ->
    [one] ce codage
   *[other] les { $n } codages
} ?
app-autocode-accept = accepter
app-autocode-reject = rejeter
app-autocode-keep-waiting = les laisser en attente
app-table-progress = où en est chaque codeur
app-nothing-read = Vous n’avez encore lu aucun texte de cette étude

### tui

tui-empty-live = Tapez une ligne puis Entrée : elle est notée avec le temps de sa première lettre. Une marque au début dit son genre : " verbatim, ( observation, [ ou * interprétation, # ou = chiffre.
tui-rail-guide = Guide
tui-rail-asked = posées
tui-rail-minutes = min
tui-rail-bare = Sans preuve encore :
tui-rail-sum = { $what } : { $total } ({ $n } e.)
tui-live-followups = relances : { $list }
tui-live-watch = à guetter : { $list }
tui-live-codes = codes : { $list }
tui-live-sensitive = délicate
tui-live-begun = commencé : { $typed } { $key }
tui-live-digits = { $low } à { $high }
tui-live-forms = 12, ~12, 3-5
tui-live-signs = ? ne sait pas · x refus · n sans objet · { $key } à la note
tui-quoted = « { $text } »
tui-empty-start = Un atelier pour les études par entretiens : notes pendant l’appel, codage au clavier, tableaux de preuves.

tui-empty-codebook = Ici se trouvent les codes de l’étude, en arbre : ce que l’on cherche dans les entretiens.
tui-codebook-code = code
tui-codebook-codings = codages
tui-codebook-interviews = entretiens
tui-codebook-include = oui :
tui-codebook-exclude = non :
tui-codebook-example = exemple :

tui-empty-guide = Ici s’écrit le guide d’entretien : ses sections avec leurs minutes, ses questions. Un fichier guide.toml s’importe aussi.
tui-guide-minutes = { $minutes } min
tui-guide-minutes-between = { $least } à { $most }
tui-guide-fact = { $name } : { $value }
tui-guide-version = version { $number } · { $minutes } au plus
tui-guide-version-used = version { $number }, déjà utilisée : la modifier en fait une nouvelle · { $minutes } au plus
tui-guide-consent = { $n ->
    [0] rien à dire
    [one] un élément à dire
   *[other] { $n } éléments à dire
}
tui-guide-consent-none = rien encore : ce qui est dit, ce qui est demandé à la fin
tui-guide-debrief = Débriefing
tui-empty-settings = Ici se règle l’étude : son nom, ses règles, ses scénarios, ses attributs, ses objectifs.
tui-settings-study = Étude
tui-settings-scenarios = Scénarios
tui-settings-attributes = Attributs
tui-settings-targets = Objectifs
tui-settings-adds-scenario = ajoute un scénario
tui-settings-adds-attribute = ajoute un attribut
tui-settings-adds-target = ajoute un objectif
tui-settings-adds-value = ajoute une valeur de « { $attribute } » ; sur le titre « Attributs », un attribut
tui-settings-universe = { $n } dans la population

tui-files-study = étude
tui-files-bytes = { $n } o
tui-files-kilobytes = { $n } ko
tui-files-megabytes = { $n } Mo
tui-preview = { $file } : lu, pas encore gardé
tui-preview-many = { $folder }/ : { $n } fichiers lus, pas encore gardés
tui-preview-many-kept = { $n ->
    [one] { $n } fichier serait gardé, en une transaction
   *[other] { $n } fichiers seraient gardés, en une transaction
} · { $refused ->
    [0] aucun refusé
    [one] { $refused } refusé, laissé de côté
   *[other] { $refused } refusés, laissés de côté
}
tui-preview-column-file = fichier
tui-preview-column-format = lu comme
tui-preview-column-goes = entretien
tui-preview-column-rows = tours
tui-preview-column-became = ce qu’il devient
tui-preview-told = { $n ->
    [one] { $n } remarque
   *[other] { $n } remarques
}
tui-files-all = les { $n } fichiers ci-dessus, ensemble
tui-preview-refused = { $file } : rien n’en sera gardé
tui-preview-reading = lecture en cours…
tui-preview-fault = ne peut être lu ; rien n’est gardé
tui-preview-text = { $format } · { $encoding } · { $turns } tours · { $words } mots
tui-preview-data = { $kind } · { $n ->
    [0] aucune ligne
    [one] une ligne
   *[other] { $n } lignes
}
tui-preview-data-bad = { $kind } · { $n ->
    [0] aucune ligne
    [one] une ligne
   *[other] { $n } lignes
} · { $problems ->
    [one] un problème
   *[other] { $problems } problèmes
} : rien ne sera gardé
tui-preview-kind-study = réglages de l’étude
tui-preview-kind-codebook = grille de codage
tui-preview-kind-guide = guide
tui-preview-kind-participants = participants
tui-preview-kind-sessions = entretiens
tui-preview-kind-notes = notes
tui-preview-kind-answers = réponses
tui-preview-kind-summaries = résumés
tui-preview-kind-codings = codages
tui-preview-kind-excerpts = extraits
tui-preview-to = → entretien { $key }
tui-preview-to-new = → nouvel entretien { $key }
tui-preview-to-reference = → texte de référence { $key }, jamais compté comme entretien
tui-preview-all-read = tout a été lu
tui-preview-unread = { $n ->
    [one] un passage n’a pas été lu
   *[other] { $n } passages n’ont pas été lus
}
tui-preview-turns = { $n ->
    [one] un tour
   *[other] { $n } tours
}
tui-preview-asks = pose les questions
tui-preview-candidate = { $name } ? (ligne { $line }, vu une fois : pris pour du texte)

tui-start-studies = Études
tui-start-interviews = { $n ->
    [0] aucun entretien
    [one] un entretien
   *[other] { $n } entretiens
}

tui-board-key = clé
tui-board-state = état
tui-board-consent = accord
tui-board-organisation = organisation
tui-board-codings = codages
tui-board-date = date
tui-board-turns = tours
tui-board-notes = notes
tui-board-minutes = min
tui-board-transcribed = transcrit
tui-board-coded = codé { $share } %
tui-board-sum = { $n ->
    [0] aucun entretien
    [one] un entretien
   *[other] { $n } entretiens
}
tui-board-sum-withdrawn = { $n ->
    [one] un retiré, non compté
   *[other] { $n } retirés, non comptés
}
tui-board-sum-planned = { $n ->
    [one] un prévu
   *[other] { $n } prévus
}
tui-board-sum-running = { $n } en cours
tui-board-sum-done = { $n ->
    [one] un mené
   *[other] { $n } menés
}
tui-board-sum-transcribed = { $n ->
    [one] un transcrit
   *[other] { $n } transcrits
}
tui-board-sum-codings = { $n ->
    [one] un codage
   *[other] { $n } codages
}
tui-board-sum-turns = { $n ->
    [one] un tour
   *[other] { $n } tours
}
tui-board-sum-notes = { $n ->
    [one] une note
   *[other] { $n } notes
}

tui-pane-withdrawn = Le consentement est retiré : rien de cet entretien n’est montré ni compté, hors son nombre. Effacer à jamais se fait en ligne de commande : entretien erase.
tui-pane-consent = { $at }, par { $by }, formulaire { $form }
tui-pane-minutes = { $n } min
tui-pane-fact = { $name } : { $value }
tui-pane-spent = Temps passé
tui-pane-debrief = débriefing écrit
tui-pane-debrief-missing = débriefing à écrire
tui-pane-debrief-late = débriefing manquant
tui-pane-planned = prévu
tui-pane-started = début
tui-pane-interviewer = pose les questions
tui-pane-document = v{ $version } · { $turns } tours · { $words } mots
tui-pane-answers = Réponses :
tui-pane-notes = { $n ->
    [one] Une note
   *[other] { $n } notes
}

tui-empty-references = Ici se trouvent les textes de référence : fiches de certification, offres d’emploi. Ils se codent comme une transcription et se comptent à part.
tui-references-key = clé
tui-references-words = mots
tui-references-codings = codages
tui-references-version = version
tui-references-file = fichier
tui-references-sum = { $n ->
    [one] un texte
   *[other] { $n } textes
} · { $words } mots · jamais comptés comme entretiens

tui-identity = Identité
tui-identity-none = Aucune identité n’est notée pour cet entretien
tui-identity-read-only = L’étude est ouverte en lecture seule : les identités n’y sont pas lues

tui-too-small = Trop petit : 40×8 au moins. L’enregistrement continue.
tui-read-only = lecture seule
tui-blind = à l’aveugle
tui-as-of = état à « { $name } »
tui-saving = enregistrement…
tui-saved = enregistré { $at }
tui-not-saved = NON ENREGISTRÉ
tui-place-start = Accueil
tui-place-board = Entretiens
tui-place-references = Textes de référence
tui-place-find = Recherche
tui-empty-find = Ici se cherchent des mots dans toute l’étude : transcriptions, notes, mémos, réponses, codes. Ni la casse ni les accents ne comptent.
tui-find-nothing = Rien de tel dans l’étude. Les mots retirés ou exclus ne sont pas cherchés.
tui-find-count = { $n ->
    [one] une occurrence
   *[other] { $n } occurrences
}
tui-find-searching = recherche… { $share } % ({ $key } abandonne)
tui-find-more = { $n } occurrences, les { $most } premières ici
tui-find-total = { $n ->
    [0] aucune occurrence
    [one] une occurrence
   *[other] { $n } occurrences
}{ $interviews ->
    [0] {""}
    [one] {" "}· un entretien
   *[other] {" "}· { $interviews } entretiens
}
tui-find-words = « { $words } »
tui-find-whole = mots entiers
tui-find-exact = exactement
tui-find-participants = participants
tui-find-interviewers = interviewers
tui-find-code = code { $code }
tui-find-turn = tour { $n }
tui-place-live = Appel
tui-place-transcript = Transcription
tui-place-codebook = Grille de codage
tui-place-evidence = Preuves
tui-place-guide = Guide
tui-place-settings = Réglages
tui-place-log = Journal
tui-place-messages = Messages
tui-nothing-found = rien ne correspond
tui-palette = Toutes les commandes
tui-help = Touches : { $place }
tui-empty-board = Ici se trouvent les entretiens de l’étude : où en est chacun, qui a été interrogé, ce qui est codé.
tui-empty-log = Chaque acte est gardé ici avec ses mots, depuis le premier.
tui-empty-messages = Ce que dit le programme est gardé ici.
tui-log-erased = (effacé)
tui-log-undo = annulation : { $what }
tui-log-undone = { $what } (annulé)

tui-transcript-nothing = Ici se lisent et se codent les entretiens. Choisissez-en un dans la liste.
tui-transcript-empty = Cet entretien n’a encore ni transcription ni notes.
tui-transcript-withdrawn = Le consentement à cet entretien a été retiré : ses mots ne sont pas montrés.
tui-transcript-missing = Le fichier de ce texte manque ou est abîmé.
tui-transcript-hidden = (consentement retiré)
tui-transcript-left-out = { $sign } écarté à la demande de la personne
tui-left-out = { $sign } écarté
tui-beside-none = Aucune note à cet entretien.
tui-beside-text-untimed = Pas d’heures ici : les { $n } notes en ordre.
tui-beside-lists = { $n } sans heure, en ordre
tui-beside-untimed = { $n } notes, dont { $untimed } sans heure
tui-transcript-suggested = proposés
tui-transcript-uncoded = aucun code ici
tui-transcript-uncounted = mots de l’enquête : non comptés
tui-transcript-extends = étend
tui-transcript-of = 1 sur { $n } ici
tui-transcript-no-slots = Aucun code n’a encore de touche 1 à 9.
tui-transcript-quote = « { $words } » { $place }

tui-place-table = Tableau
tui-place-passages = Passages
tui-empty-evidence = Ici se lit, scénario par scénario, qui appuie, qui contredit, et avec quels mots. Il faut au moins un scénario.
tui-empty-passages = Rien n’est encore codé. Le codage se fait dans une transcription.
tui-evidence-code = code
tui-evidence-total = total
tui-evidence-best = meilleur extrait
tui-evidence-strength = force +/−
tui-evidence-gap = aucune preuve
tui-evidence-quote = « { $quote } »
tui-evidence-interviews = { $n ->
    [one] { $n } entretien
   *[other] { $n } entretiens
}
tui-evidence-asked = { $n ->
    [one] { $n } interrogé
   *[other] { $n } interrogés
}
tui-evidence-not-asked = question non posée
tui-evidence-withdrawn = { $n ->
    [one] { $n } retiré
   *[other] { $n } retirés
}
tui-evidence-references = { $n ->
    [one] { $n } référence à part
   *[other] { $n } références à part
}
tui-evidence-passages = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
}
tui-evidence-codings = { $n ->
    [one] { $n } codage
   *[other] { $n } codages
}
tui-evidence-coder = codeur { $coder }
tui-evidence-scenario = scénario { $scenario }
tui-picture-nothing = Ce tableau n’a pas de chiffres à dessiner
tui-picture-for = pour
tui-picture-against = contre
tui-picture-mixed = mixtes
tui-picture-of-wanted = entretiens tenus / voulus
tui-picture-curve = { $interview } ({ $position }) : { $new } nouveaux, { $sum } codes connus
tui-evidence-by = par { $by }
tui-evidence-gaps-only = manques seuls
tui-evidence-gaps-hidden = sans les manques
tui-evidence-stale = recompte…
tui-evidence-counting = Compte en cours…
tui-evidence-gone = (ces mots ne sont plus là)
tui-evidence-interviewer = enquête, non compté
tui-evidence-superseded = réglé depuis, non compté
tui-evidence-reference = référence
tui-evidence-no-quote = ne pas citer
tui-evidence-coded-by = codé par { $coder }
tui-evidence-memo = mémo : { $memo }
tui-evidence-rule = règle : { $rule }
tui-evidence-rule-title = Comment ce tableau est compté
tui-evidence-counts = Compté : { $interviews ->
    [one] un entretien
   *[other] { $interviews } entretiens
}, { $organisations ->
    [0] aucune organisation
    [one] une organisation
   *[other] { $organisations } organisations
}. { $withdrawn ->
    [0] Aucun entretien retiré.
    [one] Un entretien retiré, compté nulle part.
   *[other] { $withdrawn } entretiens retirés, comptés nulle part.
} { $references ->
    [0] Aucun extrait de référence.
    [one] Un extrait de référence, à part.
   *[other] { $references } extraits de référence, à part.
}
tui-evidence-filters = Filtres : { $filters }
tui-evidence-filter-scenario = scénario
tui-evidence-filter-by = par
tui-evidence-filter-where = où
tui-evidence-filter-coder = codeur
tui-evidence-date = Dernier changement de l’étude : { $date }
tui-evidence-head = tête { $head }
tui-board-sum-unasked = { $n ->
    [one] un accord inconnu
   *[other] { $n } accords inconnus
}
tui-board-sum-undebriefed = { $n ->
    [one] un sans débriefing
   *[other] { $n } sans débriefing
}
tui-place-quotas = Échantillon
tui-no-debrief = sans débriefing
tui-quotas-sample = Échantillon
tui-quotas-missed = Refus, absences, annulations
tui-quotas-calendar = Calendrier
tui-quotas-problems = Problèmes
tui-quotas-no-problem = aucun n’est noté
tui-quotas-hours = Temps
tui-quotas-head-wanted = voulus
tui-quotas-head-booked = prévus
tui-quotas-head-done = menés
tui-quotas-head-coded = codés
tui-quotas-head-agreed = convenu
tui-quotas-head-taken = passé
tui-quotas-head-days = jours
tui-quotas-empty = vide
tui-quotas-short = manque { $n }
tui-quotas-booked = couverte
tui-quotas-full = pleine
tui-quotas-past = date passée : { $at }
tui-quotas-planned = prévu { $at }
tui-quotas-held = tenu { $at }
tui-quotas-open = à régler
tui-quotas-all = ensemble

#
# end of tui
#
tui-place-versions = À décider
tui-empty-versions = Quand arrive une transcription corrigée, les codages dont les mots ont changé sont listés ici, anciens mots à côté des nouveaux. Aucun n’attend.
tui-versions-count = { $n -> 
    [one] 1 codage attend
   *[other] { $n } codages attendent
}
tui-versions-old = version { $n }, telle que codée
tui-versions-new = version { $n }
tui-versions-nowhere = (nulle part)
tui-place-coders = Désaccords
tui-empty-coders-one = Ce sur quoi deux codeurs diffèrent se trouve ici, à trancher un à un. Moins de deux ont codé dans cette étude jusqu’ici : le travail d’une collègue arrive par sa copie de l’étude.
tui-empty-coders-texts = { $one } et { $other } n’ont codé aucun texte en commun : il n’y a rien à comparer.
tui-empty-coders-none = Rien n’est ouvert entre { $one } et { $other }. Identiques : { $same } ; tranchés : { $settled }.
tui-coders-count = { $n ->
    [one] { $n } à trancher
   *[other] { $n } à trancher
} · { $settled ->
    [one] { $settled } tranché
   *[other] { $settled } tranchés
} · { $same ->
    [one] { $same } identique
   *[other] { $same } identiques
}
tui-coders-nothing = (rien ici)
tui-coders-agree = Rien n’est ouvert ici
tui-empty-coders-blind = Vous codez à l’aveugle : ce que les autres ont codé est masqué, et ce sur quoi vous différez aussi.
coders-told-alone = { $coder } seulement a codé ici : { $code }
coders-told-code = Codes différents : { $one } { $code }, { $other } { $instead }
coders-told-polarity = Pour ou contre : { $marks }
coders-told-ends-somewhere = Les bornes diffèrent
coders-told-ends = { $coder } { $starts ->
    [later] commence { $start } plus loin
    [sooner] commence { $start } plus tôt
   *[same] commence au même endroit
} et { $ends ->
    [later] finit { $end } plus loin
    [sooner] finit { $end } plus tôt
   *[same] finit au même endroit
}
coders-words = { $n ->
    [one] { $n } mot
   *[other] { $n } mots
}
coders-letters = { $n ->
    [one] { $n } lettre
   *[other] { $n } lettres
}
tui-place-memos = Journal
tui-empty-memos = Ici le journal daté de l’analyse, et tous les mémos, sur un code, un passage, un entretien…
tui-evidence-auto = automatique
tui-empty-review = Rien n’attend de relecture. Cherchez des mots, puis codez leurs occurrences.
tui-pane-read = lu à { $n } %
tui-pane-read-to = lu à { $n } % · arrêt au tour { $turn }

### cli
cli-usage = Utilisation :
cli-commands = Verbes
cli-options = Options
cli-everywhere = Partout
cli-arguments = Arguments
cli-usage-verb = le verbe « { $verb } » n’existe pas
cli-usage-argument = « { $argument } » n’est pas attendu ici
cli-usage-missing = il manque : { $argument }
cli-usage-conflict = { $argument } et { $other } s’excluent
cli-usage-no-value = { $argument } demande une valeur
cli-usage-value = { $argument } ne peut être « { $value } » ; attendu : { $expected }
cli-usage-no-verb = il manque un verbe
cli-usage-utf8 = un argument n’est pas de l’UTF-8
cli-usage-other = cela ne se peut : { $argument } { $value }
cli-usage-meant = vouliez-vous dire { $meant } ?
cli-usage-help = « entretien --help » ou « entretien VERBE --help » dit ce qu’il y a
cli-bad-name = une étude ne peut s’appeler « { $name } » : lettres, chiffres, « - », « _ » et espaces, pas de point au début
cli-no-current = aucune étude n’est encore ouverte : créez-en une par « entretien new NOM », voyez « entretien demo », ou nommez-en une par --study
cli-no-study = il n’y a pas d’étude { $name }
cli-reading-journals = Lecture de l’étude depuis ses journaux ; cela prend un moment.
cli-no-studies = pas encore d’étude
cli-there-is = il y a : { $names }
cli-study-made = étude { $name } créée dans { $folder }
cli-no-terminal = l’écran demande un terminal ; « entretien --help » dit ce qui se fait sans
cli-terminal-refused = le terminal ne peut servir : { $reason }
cli-output-refused = la sortie ne peut être écrite : { $reason }
cli-file-refused = { $file } : { $reason }
cli-no-file = { $file } n’est pas là
cli-is-folder = { $file } est un dossier, un fichier était attendu ; un dossier d’étude se lit par « entretien new NOM --from DOSSIER »
cli-internal = défaut interne : { $reason }
cli-no-session = il n’y a pas d’entretien { $key }
cli-no-code = il n’y a pas de code { $key }
cli-no-scenario = il n’y a pas de scénario { $key }
cli-no-attribute = il n’y a pas d’attribut { $key }
cli-no-value = il n’y a pas de valeur { $key }
cli-no-organisation = il n’y a pas d’organisme { $key }
cli-no-participant = il n’y a pas ici de participant « { $key } » ; nommez-en un par --participant
cli-no-note = il n’y a pas de note { $id }
cli-no-coding = il n’y a pas de codage { $id }
cli-no-target = il n’y a pas de cible numéro { $n }
cli-no-context = il n’y a pas de lieu « { $name } »
cli-no-keymap = il n’y a pas de jeu de touches { $name }
cli-no-format = il n’y a pas de format « { $name } »
cli-no-transcript = l’entretien { $session } n’a pas de transcription
cli-which-document = entretien { $session } : dites quel document par --document
cli-text-gone = le texte de { $document } ne peut être lu ; « entretien check » en dit plus
cli-withdrawn = { $key } est retiré : rien n’en est montré ni complété
cli-table-withdrawn = { $n ->
    [one] 1 entretien a été retiré : rien n’en est compté
   *[other] { $n } entretiens ont été retirés : rien n’en est compté
}
cli-n-withdrawn = { $n ->
    [one] { $n } entretien est retiré et n’est pas montré
   *[other] { $n } entretiens sont retirés et ne sont pas montrés
}
cli-quote-none = ces mots ne sont pas dans le texte ; donnez-les exactement, ou un --span
cli-quote-twice = ces mots sont plusieurs fois dans le texte, à { $first } et { $second } ; donnez-en davantage, ou un --span
cli-span-outside = { $start }..{ $end } est hors du texte, qui a { $n } caractères
cli-coding-of-text = ce codage est déjà sur des mots ; --propose part d’un codage sur une note
cli-coding-nowhere = aucun passage à proposer : { $why }
cli-coding-likeness = { $n } %
cli-code-has-codings = le code { $code } a { $n ->
    [one] { $n } codage
   *[other] { $n } codages
} : dites ce qu’ils deviennent par --move-to CLÉ ou --with-codings
cli-note-empty = une note demande des mots
cli-of-organisation = { $attribute } décrit les organismes : donnez-en un au participant par --organisation
cli-of-participant = { $attribute } décrit les participants, pas les organismes
cli-erase-yes = effacer l’entretien { $session } est définitif, rien ne le rend ; dites-le par --yes
cli-join-export = { $folder } est un export, pas un dossier d’étude ; rien n’a été changé. Ses codages viennent par : entretien join { $file }
cli-join-left-out = { $n ->
    [one] Une ligne est restée dehors : ce dont elle parle n’est pas ici
   *[other] { $n } lignes sont restées dehors : ce dont elles parlent n’est pas ici
}
cli-erased = effacé : { $parts ->
    [one] { $parts } partie des journaux
   *[other] { $parts } parties des journaux
}, { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}
cli-erase-copy = un export peut encore le contenir ; vous seul·e pouvez le supprimer : { $path }
cli-undone = annulé : { $what }
cli-redone = refait : { $what }
cli-nothing-to-undo = rien à annuler
cli-nothing-to-redo = rien à refaire
cli-undo-conflicts = { $n ->
    [one] { $n } chose a changé depuis et reste telle quelle
   *[other] { $n } choses ont changé depuis et restent telles quelles
}
cli-log-withdrawn = un entretien retiré
cli-log-erased = effacé
cli-log-undo = annule :
cli-log-redo = refait :
cli-log-undone = (annulé)
cli-check-good = tout est tel qu’écrit
cli-fault = { $place } { $what }
cli-lint-good = { $file } : aucun défaut
cli-n-codings = { $n ->
    [one] { $n } codage
   *[other] { $n } codages
}
cli-exported = { $n ->
    [one] { $n } fichier écrit
   *[other] { $n } fichiers écrits
} dans { $folder }
cli-nothing-imported = rien n’a été importé
cli-text-read = { $file } : { $format }, { $words ->
    [one] { $words } mot
   *[other] { $words } mots
}, { $turns ->
    [one] { $turns } tour de parole
   *[other] { $turns } tours de parole
}, entretien { $session }
cli-reference-read = { $file } : { $format }, { $words ->
    [one] { $words } mot
   *[other] { $words } mots
}, { $turns ->
    [one] { $turns } paragraphe
   *[other] { $turns } paragraphes
}, texte de référence { $session }
cli-text-withdrawn = { $file } : { $format }, { $words ->
    [one] { $words } mot
   *[other] { $words } mots
}, { $turns ->
    [one] { $turns } tour
   *[other] { $turns } tours
} ; l’entretien { $session } est retiré, rien n’est gardé
cli-no-speaker = (personne de nommé)
cli-speaker = { $name } : { $turns ->
    [one] { $turns } tour
   *[other] { $turns } tours
}
cli-unread = ligne { $line } non lue ({ $reason }) : { $text }
cli-column-name = nom
cli-column-title = titre
cli-column-sessions = entretiens
cli-column-codings = codages
cli-column-changed = modifiée
cli-column-session = entretien
cli-column-state = état
cli-column-consent = consentement
cli-excluded = { $key } : passage écarté à la demande de la personne
cli-exclude-what = Que faut-il écarter ? --from et --to, --note, --span ou --quote
cli-column-organisation = organisme
cli-column-minutes = minutes
cli-column-turns = tours
cli-column-notes = notes
cli-heading-answers = Réponses
cli-heading-notes = Notes
cli-heading-codings = Codages
cli-help-entretien = Prise de notes, codage au clavier et tableaux de preuves pour études par entretiens. Sans verbe : l’écran.
cli-help-entretien-examples =
    Exemples :
    {"  "}entretien demo
    {"  "}entretien new "AF 2026" --from sample-sessions/certification-assistance-formation
    {"  "}entretien import E07.vtt
    {"  "}entretien table evidence --scenario S2 --format csv
cli-help-arg-data-dir = Dossier des études (ENTRETIEN_DATA_DIR)
cli-help-arg-study = L’étude, par son nom dans le dossier ; sinon la dernière utilisée (ENTRETIEN_STUDY)
cli-help-arg-lang = Langue : fr ou en (ENTRETIEN_LANG)
cli-help-arg-keymap = Jeu de touches : default, azerty, bepo, qwertz, vim, arrows (ENTRETIEN_KEYMAP)
cli-help-arg-color = Couleurs : auto, always ou never (NO_COLOR)
cli-help-arg-coder = Qui code et écrit ; dans un tableau, la personne dont les codages comptent
cli-help-arg-help = Affiche cette aide
cli-help-arg-version = Affiche la version
cli-help-arg-json = Données pour programmes (JSON)
cli-help-demo = Une copie neuve de l’étude d’exemple ; sans terminal, ses tableaux de preuves et un export
cli-help-demo-out = Dossier de l’export
cli-help-new = Crée une étude, vide ou depuis un dossier d’étude ; elle devient la courante
cli-help-new-examples =
    Exemples :
    {"  "}entretien new etude-2026
    {"  "}entretien new etude-2026 --from mon-dossier
cli-help-new-name = Nom : lettres, chiffres, « - », « _ », espace
cli-help-new-from = Dossier d’étude à lire
cli-help-studies = Liste les études du dossier
cli-help-sessions = Liste les entretiens
cli-help-show = Montre un entretien entier, ou une chose par son identifiant ou sa clé
cli-help-show-what = Entretien, code, texte de référence, ou tout identifiant
cli-help-import = Lit des fichiers de toute sorte : transcriptions, grille, participants, réponses, notes, codages ; tous ou aucun
cli-help-import-examples =
    Exemples :
    {"  "}entretien import transcripts/*.vtt
    {"  "}entretien import audio-12.txt --session E12
    {"  "}entretien import --check --json E07.docx
    {"  "}entretien import annonce.txt --reference annonce
cli-help-import-files = Fichiers
cli-help-import-session = Entretien de la transcription ; sinon celui qui porte le nom du fichier
cli-help-import-reference = Clé d’un texte qui n’est pas un entretien
cli-help-import-as = Format ou sorte, quel que soit l’aspect du contenu
cli-help-import-encoding = Encodage du texte
cli-help-import-check = Lit et affiche, ne change rien
cli-help-code = Met un code sur des mots d’un entretien ou d’un texte de référence ; affiche l’identifiant du codage
cli-help-code-examples =
    Exemples :
    {"  "}entretien code E07 --quote "trois mois de retard" --code B1.3 --scenario S2=supports --strength 3
    {"  "}entretien code E07 --span 120..164 --code B1.3 --scenario "S1=~"
cli-help-arg-session = Entretien
cli-help-arg-document = Document, si l’entretien en a plusieurs
cli-help-arg-quote = Mots présents une seule fois dans le texte ; pris tels quels
cli-help-arg-span = Premier caractère des mots, et celui d’après le dernier
cli-help-code-code = Code
cli-help-arg-scenario = Polarité pour un scénario : supports, contradicts, mixed, neutral ou + - ~ = ; peut se répéter
cli-help-arg-strength = Force de la preuve, de 0 à 4
cli-help-arg-memo = Mémo sur le codage
cli-help-arg-star = Un des meilleurs passages
cli-help-study = Les réglages de l’étude
cli-help-study-set = Écrit un réglage
cli-help-study-set-key = name, aim, languages, mask-under, count-interviewer, common-strength, common-share, criteria, day-hours ou suggestions
cli-help-study-set-value = Sa valeur ; vide, elle l’ôte
cli-help-scenario = Scénarios de l’étude
cli-help-scenario-add = Ajoute un scénario
cli-help-scenario-set = Modifie un scénario
cli-help-scenario-move = Déplace un scénario dans l’ordre
cli-help-scenario-remove = Supprime un scénario
cli-help-arg-key = Clé
cli-help-arg-key-new = Nouvelle clé
cli-help-arg-label-fr = Libellé en français
cli-help-arg-label-en = Libellé en anglais
cli-help-arg-label = Libellé dans une autre langue
cli-help-arg-summary-fr = Résumé en français
cli-help-arg-summary-en = Résumé en anglais
cli-help-arg-up = Une place plus haut
cli-help-arg-down = Une place plus bas
cli-help-arg-to = À cette place, à partir de 1
cli-help-attribute = Attributs des participants et des organismes
cli-help-attribute-add = Ajoute un attribut
cli-help-attribute-set = Modifie un attribut et ses valeurs
cli-help-attribute-move = Déplace un attribut dans l’ordre
cli-help-attribute-remove = Supprime un attribut
cli-help-arg-of = Ce qu’il décrit : participant ou organisation
cli-help-arg-kind = Type : choice, number ou text
cli-help-arg-stratum = Si les tableaux se découpent par lui : yes ou no
cli-help-arg-value = Valeur à ajouter ; peut se répéter
cli-help-arg-universe = Effectif d’une valeur dans la population
cli-help-arg-value-label-fr = Libellé français d’une valeur
cli-help-arg-value-label-en = Libellé anglais d’une valeur
cli-help-attribute-set-remove-value = Valeur à supprimer
cli-help-attribute-set-rename-value = Nouvelle clé d’une valeur
cli-help-attribute-set-move-value = Nouvelle place d’une valeur, à partir de 1
cli-help-target = Cibles de l’échantillon
cli-help-target-add = Ajoute une cible
cli-help-target-add-n = Nombre d’entretiens voulu
cli-help-target-add-where = Ce que les participants doivent avoir
cli-help-target-remove = Supprime une cible
cli-help-target-remove-number = Son numéro dans la liste
cli-help-target-list = Liste les cibles
cli-help-organisation = Organismes, par pseudonyme
cli-help-organisation-set = Crée ou modifie un organisme
cli-help-organisation-remove = Supprime un organisme
cli-help-arg-attribute = Ce qu’il a pour un attribut ; vide, l’ôte
cli-help-session = Entretiens
cli-help-session-add = Ajoute un entretien
cli-help-session-set = Modifie un entretien
cli-help-session-remove = Supprime un entretien et tout ce qui en dépend ; annuler le rend
cli-help-arg-state = planned, running, done, cancelled, no-show ou refused
cli-help-arg-planned-at = Début prévu (2026-03-12T09:30:00Z)
cli-help-arg-started-at = Début de l’appel
cli-help-arg-ended-at = Fin de l’appel
cli-help-arg-zone = Fuseau horaire (Europe/Paris)
cli-help-arg-mode = Face à face, visio, téléphone
cli-help-arg-interviewer = Qui interroge
cli-help-arg-guide-version = Version du guide
cli-help-arg-minutes = Durée en minutes
cli-help-arg-debrief = Champ du débriefing
cli-help-participant = Participants d’un entretien
cli-help-participant-set = Crée ou modifie un participant
cli-help-participant-remove = Supprime un participant
cli-help-arg-participant = Participant, si l’entretien en a plusieurs
cli-help-participant-set-speaker = Nom dans la transcription
cli-help-participant-set-role = Rôle ; « interviewer » marque des paroles qui ne comptent pas
cli-help-participant-set-organisation = Organisme, par pseudonyme
cli-help-arg-consent = given, no-quote, after-reading (cité seulement une fois relu) ou withdrawn
cli-help-participant-set-name = Nom réel ; dans aucun tableau, journal ni export
cli-help-participant-set-telephone = Téléphone
cli-help-participant-set-mail = Adresse électronique
cli-help-note = Notes d’un entretien
cli-help-note-add = Ajoute une note ; affiche son identifiant
cli-help-note-set = Modifie une note
cli-help-note-remove = Supprime une note et ses codages
cli-help-arg-text = Mots
cli-help-note-add-kind = verbatim, paraphrase, observation, interpretation ou figure
cli-help-note-set-kind = verbatim, paraphrase, observation, interpretation ou figure
cli-help-arg-t-ms = Temps dans l’appel, millisecondes
cli-help-arg-question = Question
cli-help-arg-flag = Marque : follow-up, verify, quote, mask, document ou la vôtre
cli-help-note-set-code = Code à mettre sur la note ; peut se répéter
cli-help-note-add-code = Code sur la note ; peut se répéter
cli-help-arg-id = Identifiant
cli-help-answer = Écrit une réponse
cli-help-answer-examples =
    Exemples :
    {"  "}entretien answer E07 a_certifier 12
    {"  "}entretien answer E07 adhesion 4 --scenario S2
    {"  "}entretien answer E07 effectif --state refused
cli-help-answer-value = Valeur : 12, ~12, 3-5, un choix, des mots
cli-help-answer-state = answered, partial, not-asked, not-applicable, refused ou unknown
cli-help-answer-scenario = Scénario auquel elle est liée
cli-help-answer-part = Part d’une répartition, ou item.champ d’une liste
cli-help-answer-unit = Unité d’un compte
cli-help-coding = Codages, par identifiant
cli-help-coding-set = Modifie un codage
cli-help-coding-move = Donne d’autres mots à un codage ; celui d’une note passe à la transcription, la note reste
cli-help-coding-move-propose = Ne déplace rien : liste les passages d’où la note peut venir, le plus proche d’abord
cli-help-coding-remove = Supprime un codage
cli-help-coding-set-code = Un autre code
cli-help-coding-set-no-scenario = Scénario dont la polarité est ôtée
cli-help-coding-set-no-strength = Ôte la force
cli-help-coding-set-rank = Place parmi les citations choisies à la main, à partir de 1
cli-help-coding-set-no-rank = Ne la choisit plus
cli-help-coding-set-no-star = Ôte l’étoile
cli-help-codes = La grille de codage
cli-help-codes-add = Ajoute un code
cli-help-codes-set = Modifie un code
cli-help-codes-move = Déplace un code dans l’arbre
cli-help-codes-merge = Fusionne un code dans un autre ; aucun codage n’est perdu
cli-help-codes-remove = Supprime un code ; dites ce que deviennent ses codages
cli-help-codes-add-parent = Code au-dessus
cli-help-codes-add-after = Code après lequel il se place
cli-help-arg-definition = Ce qu’il veut dire
cli-help-arg-include = Quand l’utiliser
cli-help-arg-exclude = Quand ne pas l’utiliser
cli-help-arg-example = Un passage qui le montre
cli-help-arg-colour = Couleur du terminal par son nom, ou #rrggbb
cli-help-arg-slot = Touche 1 à 9 qui le donne
cli-help-codes-set-no-slot = Ôte sa case
cli-help-codes-move-under = Sous ce code
cli-help-codes-move-root = À la racine
cli-help-codes-merge-into = Le code qui reste
cli-help-codes-remove-move-to = Code qui reprend ses codages
cli-help-codes-remove-with-codings = Supprime aussi ses codages
cli-help-consent = Ce que permet un entretien, ou un de ses participants ; s’y ajoutent le moment, le codeur, la version du formulaire
cli-help-consent-recording = L’appel peut être enregistré : yes, no
cli-help-consent-contact = On peut revenir vers la personne : yes, no
cli-help-consent-informed = Élément du formulaire du guide qui a été dit ; à répéter pour plusieurs
cli-help-consent-closing = La question de fin a été posée : yes, no
cli-help-consent-at = Quand cela a été dit ; maintenant à défaut (2026-03-12T09:30:00Z)
cli-help-exclude = Écarte un passage à la demande de la personne : ni compté, ni cité, ni montré, ni exporté
cli-help-exclude-from = Première heure de l’appel, 12:00 ; les notes et les mots de ce temps sont écartés
cli-help-exclude-to = Heure de l’appel où reprend le reste, 13:30
cli-help-exclude-note = Note à écarter
cli-help-exclude-quote = Mots à écarter, présents une seule fois
cli-help-exclude-reason = Pourquoi, en quelques mots ; reste dans l’étude
cli-help-exclude-list = Ce qui est écarté, sans les mots
cli-help-exclude-remove = Reprend un passage écarté
cli-help-exclude-examples =
    Exemple :
    {"  "}entretien exclude E07 --from 12:00 --to 13:30 --reason "à sa demande"
cli-help-erase = Efface un entretien pour toujours ; rien ne le rend
cli-help-erase-yes = Oui, pour toujours
cli-help-join = Fait venir le travail d’une collègue : son dossier d’étude, copié, ou son excerpts.csv ; tout ou rien
cli-help-join-examples =
    Exemples :
    {"  "}entretien join /media/usb/AF
    {"  "}entretien join ~/recu/excerpts.csv
cli-help-suggest = Les codes les plus probables pour un passage, appris de cette étude seule ; rien n’est codé ainsi
cli-help-suggest-examples =
    Exemples :
    {"  "}entretien suggest E01 --quote "trois semaines"
    {"  "}entretien suggest E01 --span 120..310 --json
    {"  "}entretien suggest --evaluate
cli-help-suggest-session = Entretien, ou texte de référence
cli-help-suggest-evaluate = Ce que valent les propositions : rejouer les codages de l’étude dans leur ordre, chacun deviné d’après les précédents
cli-suggest-off = Cette étude ne propose pas de codes. « entretien study set suggestions yes » les rétablit.
cli-suggest-none = Rien ne parle pour un code ici.
cli-suggest-code = code
cli-suggest-label = intitulé
cli-suggest-score = score
cli-suggest-why = ce qui parle pour lui
cli-suggest-way = proposition
cli-suggest-top = { $n } premiers
cli-suggest-way-suggested = proposés
cli-suggest-way-alone = proposés, sans les codages des autres sur ces mots
cli-suggest-way-recent = posés en dernier
cli-suggest-way-frequent = posés le plus souvent
cli-suggest-nothing = Il n’y a aucun codage à deviner.
cli-suggest-told = { $n ->
    [one] Un codage deviné
   *[other] { $n } codages devinés
}, chacun d’après les précédents et le livre de codes d’aujourd’hui{ $left ->
    [0] .
    [one] ; un autre, pris d’une proposition, codé d’office ou arbitré, a servi à apprendre, non à deviner.
   *[other] ; { $left } autres, pris de propositions, codés d’office ou arbitrés, ont servi à apprendre, non à deviner.
}
cli-suggest-missed = Manqués le plus souvent parmi les trois premiers : { $codes }
cli-help-search = Chercher des mots dans les transcriptions, les notes, les mémos, les réponses et les codes
cli-help-search-examples =
    Exemples :
    {"  "}entretien search "trois semaines"
    {"  "}entretien search "plateforme ~10 perdu" --where size=under10
    {"  "}entretien search --regex "ressaisi\w*" --voice participants --json
cli-help-search-pattern = Des mots comme ils sont dits ; a & b tous deux dans un tour, a ~10 b avec dix mots entre eux au plus
cli-help-search-regex = Lire le motif comme une expression régulière
cli-help-search-exact = Casse, accents, apostrophes et espaces comme ils sont tapés
cli-help-search-word = Des mots entiers seulement
cli-help-search-where = Seulement qui a cela ; peut être répété
cli-help-search-voice = Les paroles de qui : all (tous), participants ou interviewers
cli-help-search-code = Seulement dans les passages de ce code
cli-help-search-session = Seulement dans cet entretien
cli-help-query = Trouver des passages par leurs codes : l’un et l’autre, l’un sans l’autre, dans un tour, un entretien, à tant de mots
cli-help-query-examples =
    Exemples :
    {"  "}entretien query "D8.frein et B1.3"                  passages du premier qui ont des mots communs avec le second
    {"  "}entretien query "D8.frein et:tour B1.3"             dans le même tour ; aussi :même, :entretien, :10 (mots au plus)
    {"  "}entretien query "(A ou B) sauf:entretien C"         où l’entretien n’a aucun passage de C
    {"  "}entretien query "D8*[size=under10, S2=+]" --format csv   D8 et ce qui est dessous, par attribut et polarité
    {"  "}entretien query "*[coder=am] sauf:même *[coder=bl]"  ce que l’une a codé et l’autre non
    Les mots anglais valent aussi : and, or, not ; :same, :turn, :interview.
cli-help-query-query = La requête, entre guillemets
cli-help-query-save = La garder sous ce nom
cli-help-query-saved = Celle qui est gardée sous ce nom
cli-help-search-save = La garder sous ce nom
cli-help-search-saved = Celle qui est gardée sous ce nom ; --where et --session s’y ajoutent
cli-help-saved = Les recherches et les requêtes gardées sous un nom
cli-help-saved-list = Les nommer
cli-help-saved-remove = Oublier un nom
cli-help-saved-remove-name = Le nom
cli-saved-search = recherche
cli-saved-query = requête
cli-saved-other = « { $name } » est une { $kind ->
    [search] requête : query --saved
   *[other] recherche : search --saved
}
cli-column-kind = genre
cli-column-pattern = motif
cli-help-query-where = Seulement qui a cela ; peut être répété
cli-help-query-format = text, csv, json ou md
cli-search-outside = Hors des entretiens
cli-search-turn = tour
cli-search-reference = référence
cli-search-note = note
cli-search-memo = mémo
cli-search-answer = réponse
cli-search-code = code
cli-search-found = { $n ->
    [0] Rien trouvé.
    [one] Un passage.
   *[other] { $n } passages dans { $interviews } { $interviews ->
        [one] entretien
       *[other] entretiens
    }.
}
cli-help-method = Écrire la page de méthode : règles, qui a été interrogé, ce qui est écarté et pourquoi
cli-help-method-format = md, csv ou docx ; sinon d’après le nom du fichier, md sans lui
cli-help-method-out = Fichier à écrire, plutôt que la sortie standard
cli-help-method-examples =
    Exemple :
    {"  "}entretien --lang fr method --out methode.md
cli-help-quotes = Vérifier chaque citation et chaque chiffre d’un texte fini contre ce qui a été dit
cli-help-quotes-examples =
    Code de sortie 1 s’il y a à corriger. Un chiffre se vérifie avec sa ligne entre crochets, ou nommée dans sa phrase :
    9 sur 13 [S2 D8.levier], 4 sur 13 [S2 contre], 3 sur 8 [D8.levier size=under10]
    Exemple :
    {"  "}entretien quotes note-opportunite.docx --fold
cli-help-quotes-file = Fichier Markdown, texte ou Word
cli-help-quotes-fold = Casse, accents, apostrophes et sortes d’espaces ne comptent pas
cli-quotes-footnotes = { $n ->
    [one] Une note de bas de page n’a pas été lue.
   *[other] { $n } notes de bas de page n’ont pas été lues.
}
cli-quotes-found = { $quotes ->
    [0] Aucune citation
    [one] Une citation
   *[other] { $quotes } citations
}, { $figures ->
    [0] aucun chiffre
    [one] un chiffre
   *[other] { $figures } chiffres
} : { $findings ->
    [0] rien à corriger.
    [one] un point à revoir.
   *[other] { $findings } points à revoir.
}
cli-help-table = Affiche un tableau et sa règle ; seul, les noms des tableaux
cli-help-table-examples =
    Exemples :
    {"  "}entretien table evidence --scenario S2
    {"  "}entretien table evidence --by size --format csv
    {"  "}entretien table evidence --where role=rh --format json
cli-help-table-name = Nom du tableau
cli-help-table-scenario = Ce scénario seul
cli-help-table-by = Comptes par valeur d’un attribut
cli-help-table-where = Seulement les personnes qui ont cela ; peut se répéter
cli-help-table-commission = Pour une commission : rien derrière quoi il y a moins d’entretiens que le seuil de l’étude
cli-help-table-presence = Dans une matrice : 1 s’il y a un passage, 0 s’il n’y en a pas
cli-help-table-sort = Lignes par cette colonne, par son nom en CSV ; avec :desc, les plus grands d’abord
cli-help-table-seed = Graine des mélanges de saturation
cli-help-table-unit = Comparer les codeurs sur cette unité seule : turn, sentence, segment ou character
cli-help-table-overlap = Pourcentage que deux segments partagent pour n’en faire qu’un (90)
cli-help-table-format = text, csv, json ou md
cli-help-agreement = Tous les coefficients d’accord pour un fichier CSV : une ligne par unité, une colonne par codeur, vide = manquant
cli-help-agreement-file = Fichier CSV ; sa première ligne nomme les codeurs
cli-help-agreement-level = nominal, ordinal, interval ou ratio : pour quoi l’α de Krippendorff prend les valeurs
cli-help-agreement-format = text, csv, json ou md
cli-agreement-refused = { $file }{ $line ->
    [0] {""}
   *[other] , ligne { $line }
} : { $reason }. Rien n’a été calculé. Attendu : une ligne avec les noms des codeurs, puis une ligne par unité.
cli-agreement-unit = La première colonne, « { $column } », est prise pour le nom des unités, non pour un codeur.
cli-help-export = Écrit tous les fichiers de données et datapackage.json
cli-help-export-out = Dossier
cli-help-export-as = Ce qui est écrit : csv (un dossier), xlsx (un classeur), json (tout en un fichier), iramuteq (un corpus, .txt), study (l’étude, .docx ou .md), infographic (.html ou .typ), slides (.pptx), pack (un dossier ou .zip), qdpx (un projet REFI-QDA), qdc (son livre de codes)
cli-import-head-file = fichier
cli-import-head-format = lu comme
cli-import-head-interview = entretien
cli-import-head-became = ce qu’il devient
cli-import-head-words = mots
cli-import-head-rows = tours ou lignes
cli-import-pdf = { $file } est un PDF : ce qui en est lu est une conjecture. Regardez-le d’abord avec --check, puis importez-le avec --as pdf
cli-report-needs-out = un document Word n’est pas du texte pour l’écran : dites où il va avec --out FICHIER
cli-export-ending = { $file } : ce qui est demandé s’écrit en { $endings }
cli-export-written = { $file } écrit
cli-help-export-profile = data (brut) ou excel-fr (pour Excel en français)
cli-help-export-shared = Pour d’autres : pseudonymes, petites cases masquées, sans originaux
cli-help-export-force = Dans un dossier qui contient autre chose
cli-help-summary = Résumés de la matrice : ce qu’un entretien dit d’un thème
cli-help-summary-set = Écrit le résumé d’un entretien sur un code, sur ses passages tels qu’ils sont
cli-help-summary-set-session = Entretien
cli-help-summary-set-key = Code
cli-help-summary-set-text = Le résumé
cli-help-summary-remove = Retire le résumé d’un entretien sur un code
cli-help-summary-remove-session = Entretien
cli-help-summary-remove-key = Code
cli-help-coders = Sur quoi deux codeurs diffèrent, passage par passage
cli-help-coders-first = Un codeur
cli-help-coders-second = L’autre
cli-help-coders-examples =
    Exemple :
    {"  "}entretien coders ana bob
    {"  "}entretien coders settle 01999… 0199a… --take one --reason "la question le nomme"
cli-help-coders-settle = Tranche une différence : ce qui reste compte seul et se souvient des deux ; annulable
cli-help-coders-settle-one = Codage d’un codeur
cli-help-coders-settle-other = Codage de l’autre ; omis quand un seul a codé
cli-help-coders-settle-take = Ce qui reste : one (l’un), other (l’autre), both (les deux), neither (aucun)
cli-help-coders-settle-reason = Pourquoi ; reste comme mémo de ce qui est retenu
cli-coders-settle-same = Le même codage est nommé deux fois ; nommez celui de l’autre codeur, ou un seul.
cli-coders-settle-alone = Avec un seul codage, « one » ou « neither » peut rester ; nommez l’autre codage pour « other » et « both ».
cli-blind-coders = Vous codez à l’aveugle : ce que les autres ont codé est masqué. « entretien blind off » le montre, et le journal le dit.
cli-blind-seen = { $coder } code à l’aveugle : ce que les autres ont codé n’est ni montré ni compté (« entretien blind off » y met fin).
cli-blind-whole = Vous codez à l’aveugle, mais ceci contient tout, aussi ce que les autres ont codé.
cli-blind = { $state ->
    [on] { $coder } code désormais à l’aveugle.
   *[off] { $coder } revoit ce que les autres ont codé.
}
cli-help-blind = Coder à l’aveugle, ou revoir ce que les autres ont codé ; le journal le dit. Tableaux et exports à lire (xlsx, study, slides…) montrent ce que vous voyez ; ceux à transmettre (csv, json, qdpx, pack) contiennent tout, et le disent
cli-help-blind-state = on (à l’aveugle) ou off ; sans mot, dit lequel des deux
cli-help-blind-examples =
    Exemples :
    {"  "}entretien blind on
    {"  "}entretien --coder ana blind off
cli-coders-same = « { $coder } » se compare avec un autre codeur, non avec lui-même.
cli-coders-none = « { $coder } » n’a aucun codage dans cette étude.
cli-coders-no-text = { $first } et { $second } n’ont codé aucun texte en commun : il n’y a rien à comparer.
cli-coders-kind = différence
cli-coders-interview = entretien
cli-coders-quote = paroles
cli-coders-kind-code-differs = code différent
cli-coders-kind-ends-differ = bornes différentes
cli-coders-kind-polarity-differs = polarité différente
cli-coders-kind-only-one = un seul
cli-coders-summary = { $texts } textes en commun ; identiques : { $same } ; code différent : { $code } ; bornes différentes : { $ends } ; polarité différente : { $polarity } ; un seul : { $one } ; tranchées : { $settled }
cli-help-undo = Annule la dernière transaction, et la nomme
cli-help-redo = Refait ce qui a été annulé en dernier
cli-help-log = Le journal des transactions
cli-help-check = Vérifie l’étude ; code 1 si quelque chose cloche
cli-help-check-repair = Répare ce qui se refait depuis les journaux
cli-guide-head = Guide, version { $number } : { $sections } sections, { $questions } questions, { $n ->
    [0] aucun entretien mené avec elle
    [one] un entretien mené avec elle
   *[other] { $n } entretiens menés avec elle
}
cli-guide-no-version = il n’y a pas de version { $number } du guide
cli-guide-good = { $file } : { $sections } sections, { $questions } questions, aucune faute
cli-guide-unchanged = Rien n’a changé
cli-guide-kept = Guide enregistré, version { $number }
cli-guide-refused = { $n ->
    [one] une faute : le guide de l’étude reste comme il était
   *[other] { $n } fautes : le guide de l’étude reste comme il était
}
cli-guide-overtaken = le guide de l’étude a changé pendant ce temps : il reste comme il est à présent
cli-guide-copy = votre texte est dans { $file }
cli-guide-mend = Corriger encore ? [O/n]
cli-guide-no-editor = aucun éditeur : donnez-en un par VISUAL ou EDITOR
cli-guide-editor-failed = l’éditeur « { $editor } » a échoué : rien n’a changé
cli-help-guide = Le guide d’entretien
cli-help-guide-show = Montre le guide : sections, minutes, questions
cli-help-guide-show-number = Cette version ; sinon la plus récente
cli-help-guide-check = Fautes d’un guide, avec leur ligne ; code 1 s’il y en a
cli-help-guide-check-file = Fichier guide.toml. skip_if : « 6.3 = 0 », « 2.2 refused », « role = rh », avec = != < <= > >=, and, or
cli-help-guide-edit = Ouvre le guide dans l’éditeur (VISUAL, EDITOR), puis le vérifie
cli-help-guide-add = Ajoute une section ou, avec --section, une question ouverte
cli-help-guide-add-text = Titre de la section, mots de la question
cli-help-guide-add-section = Section de la question
cli-help-guide-add-after = Section ou question après laquelle elle se place
cli-help-guide-set = Écrit un champ d’une question ou d’une section
cli-help-guide-set-field = key, title ou minutes d’une section ; key, kind, text, unit, options, fields, roles, skip_if, scenario, codes, followups, watch ou sensitive d’une question
cli-help-guide-set-value = Sa valeur ; listes séparées par des points-virgules, minutes « 8 » ou par fonction « rh=6 » ; vide, elle l’ôte
cli-help-guide-move = Déplace une section ou une question
cli-help-guide-remove = Ôte une section avec ses questions, ou une question
cli-help-guide-debrief = Le débriefing : ce qui s’écrit dans l’heure après un entretien
cli-help-guide-debrief-add = Ajoute un champ au débriefing
cli-help-guide-debrief-add-text = Ce qui est demandé
cli-help-guide-debrief-add-after = Champ après lequel il se place
cli-help-guide-debrief-set = Écrit une part d’un champ
cli-help-guide-debrief-set-field = key, text, kind (open, scale, choice, count) ou options
cli-help-guide-debrief-set-value = Sa valeur ; options séparées par des points-virgules ; vide, elle l’ôte
cli-help-guide-debrief-move = Déplace un champ
cli-help-guide-debrief-remove = Ôte un champ ; ce qui est écrit dans les débriefings reste
cli-help-guide-consent = L’accord : ce qui est dit, ce qui est demandé à la fin
cli-help-guide-consent-set = Écrit une part du formulaire d’accord
cli-help-guide-consent-set-field = version, items (ce qui est dit, « clé = mots », séparés par des points-virgules) ou closing (ce qui est demandé à la fin)
cli-help-guide-consent-set-value = Sa valeur ; vide, elle l’ôte
cli-help-guide-consent-remove = Ôte le formulaire d’accord ; les accords donnés restent
cli-help-keys = Touches de l’écran
cli-help-keys-show = Le jeu de touches en vigueur
cli-help-keys-show-context = Un lieu seul
cli-help-keys-lint = Défauts d’un jeu de touches ; code 1 s’il y en a
cli-help-keys-lint-file = Fichier de touches ; sinon celui en vigueur
cli-help-keys-why = Ce que fait une touche, et pourquoi
cli-help-keys-why-keys = Touches, comme « g g »
cli-help-completions = Script de complétion d’un shell
cli-help-completions-shell = bash, elvish, fish, powershell ou zsh
cli-help-man = Page de manuel
cli-no-problem = il n’y a pas de problème { $id }
cli-column-id = identifiant
cli-column-met = noté le
cli-column-settled = réglé le
cli-column-problem = problème
cli-no-finding = il n’y a pas de constat { $key }
cli-column-finding = constat
cli-column-scenario = scénario
cli-column-for = pour
cli-column-against = contre
cli-column-confidence = confiance
cli-column-since = depuis
cli-column-statement = énoncé
cli-confidence = { $confidence ->
    [high] élevée
    [moderate] modérée
    [low] faible
   *[very-low] très faible
}
cli-help-finding = Constats : ce que l’étude énonce, sur quelles preuves, avec quelle confiance
cli-help-finding-add = Énonce un constat ; affiche sa clé
cli-help-finding-add-key = Clé ; sinon F1, F2… à la suite
cli-help-finding-add-scenario = Scénario dont il parle ; vide : aucun
cli-help-finding-add-reason = Pourquoi cette confiance ; elle est exigée
cli-help-finding-set = Modifie ou juge un constat, sur les preuves telles qu’elles sont
cli-help-finding-set-scenario = Scénario dont il parle ; vide : aucun
cli-help-finding-set-reason = Pourquoi cette confiance ; elle est exigée
cli-help-finding-for = Met des codages pour un constat
cli-help-finding-against = Met des codages contre un constat
cli-help-finding-drop = Ôte des codages d’un constat
cli-help-finding-keep = Les preuves ont été relues, et le constat tient
cli-help-finding-remove = Supprime un constat ; ses codages restent
cli-help-finding-list = Liste les constats ; « ≠ » : codages ajoutés, changés ou disparus depuis le jugement
cli-at-reads = Un point d’étape se lit, il ne s’écrit pas : retirez --at « { $name } »
cli-table-left-out = { $n ->
    [one] Une ligne est laissée de côté : moins de { $under } entretiens sont derrière
   *[other] { $n } lignes sont laissées de côté : moins de { $under } entretiens sont derrière chacune
}
cli-table-no-bench = Une commission ne voit les chiffres que par strate : « { $attribute } » n’en est pas une. Il y a : { $known }
cli-table-no-threshold = L’étude n’a pas de seuil : dites par « study set mask-under 3 » sous combien d’entretiens rien n’est montré
cli-no-certification = il n’y a pas de certification « { $key } »
cli-no-milestone = il n’y a pas de point d’étape « { $name } »
cli-milestone-late = { $n ->
    [one] un changement d’un collègue se range avant « { $name } » et est arrivé après : il n’est pas compté ici
   *[other] { $n } changements de collègues se rangent avant « { $name } » et sont arrivés après : ils ne sont pas comptés ici
}
cli-milestone-diff = codés { $coded } · recodés { $recoded } · supprimés { $removed } · retirés { $withdrawn } · nouveaux entretiens { $interviews } · réponses { $answers }
cli-column-milestone = point d’étape
cli-column-set = posé le
cli-column-by = par
cli-help-milestone = Points d’étape : l’étude telle qu’elle était connue à un moment
cli-help-milestone-add = Pose un point d’étape sur ce qui est connu maintenant
cli-help-milestone-add-name = Son nom, « COPIL 2 »
cli-help-milestone-list = Liste les points d’étape
cli-help-milestone-diff = Ce qui a été codé, recodé, retiré de A à B, et quels chiffres ont bougé ; sans B, jusqu’à maintenant
cli-help-arg-from = Le point d’étape le plus ancien
cli-help-milestone-diff-to = Le plus récent ; sans lui, l’étude telle qu’elle est
cli-no-question = il n’y a pas de question { $key }
cli-help-criteria = Critères datés, et ce qui parle de chacun
cli-help-criteria-list = Affiche les listes de critères ; ● celle en vigueur
cli-help-criteria-use = Met une liste en vigueur pour cette étude
cli-help-criteria-bind = Rattache codes, questions ou constats à un critère de la liste en vigueur
cli-help-criteria-unbind = Les détache
cli-help-arg-list = Clé de la liste
cli-help-arg-criterion = Clé du critère
cli-help-criteria-bind-code = Code, avec ceux qu’il contient ; répétable
cli-help-criteria-unbind-code = Code ; répétable
cli-help-arg-finding = Constat ; répétable
cli-help-arg-codings = Identifiants de codages
cli-help-arg-rename = Nouvelle clé
cli-help-arg-language = Langue des mots ; sinon la première de l’étude
cli-help-arg-confidence = La confiance, selon votre propre jugement ; vide, l’ôte
cli-help-arg-concern = Réserve sur methodological, coherence, adequacy ou relevance : none, minor, moderate ou substantial, et pourquoi (coherence=minor:deux disent le contraire) ; répétable ; sans réserve, elle est ôtée
cli-help-session-set-field = Champ à écrire : debrief.CLÉ, spent.ÉTAPE, reason ou anchor (début de l’enregistrement, 3:12)
cli-help-session-set-value = Ce qu’il doit contenir ; vide, l’ôte
cli-help-arg-planned-minutes = Durée convenue, en minutes
cli-help-arg-reason = Motif du refus, de l’absence ou de l’annulation
cli-help-arg-cards = Ordre où les cartes des scénarios ont été montrées ; vide : celui de l’étude
cli-help-arg-spent = Minutes passées à une étape : preparing, call, notes ou coding
cli-help-arg-called = Un autre nom qu’on lui donne ; peut être répété
cli-help-arg-certifier = Qui certifie
cli-help-arg-covers = Code d’une compétence qu’elle couvre ; peut être répété
cli-help-arg-expires = Dernier jour de son enregistrement
cli-help-arg-level = Son niveau
cli-help-arg-mention = Code dont les passages la citent ; peut être répété
cli-help-arg-note = Ce qu’il faut savoir de plus
cli-help-arg-on = Le jour auquel le panorama est dressé : ce qui a été enregistré plus tard n’est pas montré
cli-help-arg-other = Ce n’est pas celle de l’étude
cli-help-arg-own = C’est celle de l’étude
cli-help-arg-registered = Premier jour de son enregistrement
cli-help-arg-seen = Jour où elle a été consultée
cli-help-arg-title = Son intitulé
cli-help-arg-uncover = Code d’une compétence qu’elle ne couvre pas
cli-help-arg-unmention = Code dont les passages ne la citent pas
cli-help-arg-unname = Nom qu’on ne lui donne pas
cli-help-certification = Répertoire des certifications auxquelles celle de l’étude est comparée
cli-help-certification-add = Ajoute une certification
cli-help-certification-set = Modifie une certification
cli-help-certification-remove = Retire une certification
cli-help-certification-list = Liste les certifications
cli-help-problem = Journal des problèmes du terrain
cli-help-problem-add = Note un problème ; affiche son identifiant
cli-help-problem-set = Modifie ou règle un problème
cli-help-problem-remove = Supprime un problème
cli-help-problem-list = Liste les problèmes
cli-help-arg-at = Tel que c’était connu à ce point d’étape ; pour toute commande qui lit
cli-help-problem-add-at = Quand il a été rencontré ; à l’instant si rien n’est dit
cli-help-problem-set-at = Quand il a été rencontré ; à l’instant si rien n’est dit
cli-help-arg-settled = Comment il a été réglé
cli-help-arg-settled-at = Quand il a été réglé
cli-help-problem-set-open = Le rouvre
cli-help-report = Rapports à lire, en Markdown, en CSV ou en Word
cli-help-report-minutes = Compte rendu d’un entretien, sous pseudonyme
cli-help-report-progress = Point d’étape pour un comité de pilotage
cli-help-report-minutes-format = md, csv ou docx ; sinon d’après le nom du fichier, md sans lui
cli-help-report-progress-format = md, csv ou docx ; sinon d’après le nom du fichier, md sans lui
cli-help-report-minutes-out = Fichier à écrire, plutôt que la sortie standard
cli-help-report-progress-out = Fichier à écrire, plutôt que la sortie standard

#
# end of cli
#
cli-no-document = Aucun document ne s’appelle { $key }
cli-version-speaker = Personne n’y parle sous le nom { $name }, ou le nom est le même
cli-version-split = Un tour ne se coupe qu’entre deux de ses mots
cli-version-join = Le tour { $turn } n’a pas de suivant auquel le réunir ; il y en a { $n }
cli-version-settled = { $coding } n’attend pas de décision
cli-version-no-place = { $coding } n’a pas de place dans la nouvelle version ; il faut le garder, le déplacer ou le retirer
cli-version-none = Aucun codage n’attend de décision
cli-version-none-alike = Aucun codage ne diffère que par la casse, les accents ou les signes
cli-version-made = { $document } : version { $number }, { $open -> 
    [0] tous les codages ont suivi
    [one] 1 codage à décider
   *[other] { $open } codages à décider
}
cli-version-summary = { $document }, version { $number } : { $share } % des mots retrouvés ; codages : { $kept } gardés, { $moved } déplacés, { $changed } changés, { $lost } perdus
cli-version-open = { $id } { $code } : { $why }
cli-version-old = {"  "}v{ $n } : { $words }
cli-version-new = {"  "}neuf : { $words }
cli-version-codings = { $n -> 
    [one] 1 codage
   *[other] { $n } codages
}
cli-version-turns = { $n -> 
    [one] 1 tour
   *[other] { $n } tours
}
cli-version-words = { $n -> 
    [one] 1 mot
   *[other] { $n } mots
}
cli-help-import-version-of = Document dont le fichier est la version suivante : ce qui garde ses mots suit, le reste est listé
cli-help-import-force = Garde le fichier même si presque aucun mot de la version d’avant ne s’y retrouve
cli-help-version = Versions d’une transcription, codages qu’une nouvelle laisse ouverts, corrections à la main
cli-help-version-examples = 
    Exemples :
    {"  "}entretien import E07-corrige.vtt --version-of E07 --check
    {"  "}entretien version open E07
    {"  "}entretien version accept --alike E07
cli-help-version-list = Versions d’un document
cli-help-version-open = Codages qui attendent une décision, anciens et nouveaux mots
cli-help-version-accept = Prend les nouveaux mots
cli-help-version-accept-alike = Tous ceux d’un document qui ne diffèrent que par la casse, les accents ou les signes
cli-help-version-keep = Laisse des codages sur leur version
cli-help-version-rename = Autre nom pour qui parle ; avec un nom déjà là, les deux n’en font qu’un
cli-help-version-rename-old = Nom dans la transcription
cli-help-version-rename-new = Nom désormais
cli-help-version-split = Coupe un tour en deux
cli-help-version-split-quote = Mots où commence le second tour
cli-help-version-split-speaker = Qui dit le second tour
cli-help-version-join = Réunit un tour et le suivant
cli-help-version-join-turn = Numéro du tour, à partir de 1
cli-help-version-list-document = Document
cli-help-version-open-document = Document ; sans lui, tous
cli-help-version-rename-document = Document
cli-help-version-split-document = Document
cli-help-version-join-document = Document
cli-help-memo = Mémos sur toute chose, et journal daté de l’analyse
cli-help-memo-examples = 
    Exemples :
    {"  "}entretien memo add "Deux lectures de « dossier »"
    {"  "}entretien memo add "À fusionner avec B1.3" --code B1
cli-help-memo-add = Écrit un mémo ; sans option, dans le journal ; affiche son identifiant
cli-help-memo-set = Autres mots pour un mémo
cli-help-memo-remove = Retire un mémo
cli-help-memo-list = Tous les mémos, ou ceux sur une chose
cli-help-memo-add-session = Entretien
cli-help-memo-add-participant = Personne de l’entretien
cli-help-memo-add-document = Transcription ou texte de référence
cli-help-memo-add-note = Note
cli-help-memo-add-code = Code
cli-help-memo-add-coding = Codage
cli-help-memo-add-scenario = Scénario
cli-help-memo-add-question = Question du guide
cli-help-memo-add-finding = Constat
cli-help-memo-list-session = Entretien
cli-help-memo-list-participant = Personne de l’entretien
cli-help-memo-list-document = Transcription ou texte de référence
cli-help-memo-list-note = Note
cli-help-memo-list-code = Code
cli-help-memo-list-coding = Codage
cli-help-memo-list-scenario = Scénario
cli-help-memo-list-question = Question du guide
cli-help-memo-list-finding = Constat
cli-help-memo-list-markdown = En un document Markdown, jour par jour
cli-memo-title = Journal et mémos : { $study }
cli-memo-undated = Sans date
cli-help-arg-recording = Fichier de l’enregistrement, tel qu’on le trouve : chemin entier, depuis ~/, ou à côté de l’étude
cli-autocode-what = Donnez --words, --speaker ou --question : que faut-il coder ?
cli-autocode-which = Dites --accept ou --reject
cli-autocode-none = Nommez des codages par leur identifiant, ou tous par --all
cli-help-autocode = Poser un code sur beaucoup de passages par une règle ; chacun attend une relecture
cli-help-autocode-examples =
    Exemples :
    {"  "}entretien autocode --words "trois semaines" --code D8.delai --check
    {"  "}entretien autocode --question q4 --speaker "Ana Roy" --code D8 --unit turn
    {"  "}entretien autocode review --accept --all
cli-help-autocode-words = Là où ces mots sont dits, comme search les trouve
cli-help-autocode-regex = Lire le motif comme une expression régulière
cli-help-autocode-exact = Casse, accents, apostrophes et espaces comme ils sont tapés
cli-help-autocode-word = Des mots entiers seulement
cli-help-autocode-speaker = Ce que dit ce locuteur : un nom comme dans les fichiers, ou la clé d’un participant
cli-help-autocode-question = Ce qui est dit après qu’un interviewer a posé cette question du guide, jusqu’à la question suivante ; celle qui reprend des mots de la question ou des réponses est une relance et ne termine rien
cli-help-autocode-session = Dans cet entretien seulement
cli-help-autocode-unit = Combien en coder : hit (les mots), sentence (la phrase) ou turn (le tour) ; sentence par défaut
cli-help-autocode-code = Le code
cli-help-autocode-scenario = Pour ou contre un scénario : supports, contradicts, mixed, neutral
cli-help-autocode-check = Imprimer les passages, ne rien changer
cli-help-autocode-review = Accepter, rejeter ou lister les codages qui attendent une relecture
cli-help-autocode-review-accept = Ils deviennent des codages à la main
cli-help-autocode-review-reject = Ils sont retirés
cli-help-autocode-review-ids = Leurs identifiants
cli-help-autocode-review-all = Tous
