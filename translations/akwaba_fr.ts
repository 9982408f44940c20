<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>Action</name>
    <message>
        <source>Log a call</source>
        <translation>Enregistrer un appel</translation>
    </message>
    <message>
        <source>Record a social message…</source>
        <translation>Saisir un message de réseau social…</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Synchroniser maintenant</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Travailler hors ligne</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>Rechercher un ticket</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Take back what was sent</source>
        <translation>Annuler l’envoi</translation>
    </message>
    <message>
        <source>Refresh the list</source>
        <translation>Actualiser la liste</translation>
    </message>
    <message>
        <source>Show quoted text</source>
        <translation>Afficher le texte cité</translation>
    </message>
    <message>
        <source>Side bar</source>
        <translation>Volet des vues</translation>
    </message>
    <message>
        <source>Customer and order</source>
        <translation>Client et commande</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyés</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Couleurs du système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Lignes compactes</translation>
    </message>
    <message>
        <source>Normal rows</source>
        <translation>Lignes normales</translation>
    </message>
    <message>
        <source>Comfortable rows</source>
        <translation>Lignes aérées</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Revenir à la liste</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>Ticket suivant</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>Ticket précédent</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>M’attribuer le ticket</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Attribuer…</translation>
    </message>
    <message>
        <source>Status…</source>
        <translation>Statut…</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <source>Priority…</source>
        <translation>Priorité…</translation>
    </message>
    <message>
        <source>Category…</source>
        <translation>Catégorie…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Étiquettes…</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send and go to the next</source>
        <translation>Envoyer et passer au suivant</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Supprimer le brouillon</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>About Akwaba</source>
        <translation>À propos d’Akwaba</translation>
    </message>
    <message>
        <source>Record a call…</source>
        <translation>Saisir un appel…</translation>
    </message>
    <message>
        <source>Resume mail</source>
        <translation>Reprendre les e-mails</translation>
    </message>
    <message>
        <source>Mailboxes…</source>
        <translation>Boîtes mail…</translation>
    </message>
    <message>
        <source>Why this due date?</source>
        <translation>Pourquoi cette échéance ?</translation>
    </message>
    <message>
        <source>Holidays…</source>
        <translation>Jours fériés…</translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation>Escalader…</translation>
    </message>
    <message>
        <source>Escalation…</source>
        <translation>Escalade…</translation>
    </message>
    <message>
        <source>No reply needed</source>
        <translation>Aucune réponse nécessaire</translation>
    </message>
    <message>
        <source>Promise a date…</source>
        <translation>Promettre une date…</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Mettre en sommeil…</translation>
    </message>
    <message>
        <source>Calendars…</source>
        <translation>Calendriers…</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Service policies…</source>
        <translation>Politiques de service…</translation>
    </message>
    <message>
        <source>Select the ticket</source>
        <translation>Sélectionner le ticket</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Ne rien sélectionner</translation>
    </message>
    <message>
        <source>Last change of several tickets…</source>
        <translation>Dernière modification groupée…</translation>
    </message>
    <message>
        <source>Apply a macro…</source>
        <translation>Appliquer une macro…</translation>
    </message>
    <message>
        <source>Insert a text module…</source>
        <translation>Insérer une réponse type…</translation>
    </message>
    <message>
        <source>Text modules…</source>
        <translation>Réponses types…</translation>
    </message>
    <message>
        <source>Macros…</source>
        <translation>Macros…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Search or do…</source>
        <translation>Rechercher ou exécuter…</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Ce n’est pas une adresse e-mail.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message>
        <source>%1 min</source>
        <comment>minutes ago, in a narrow column</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours ago, in a narrow column</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>yest.</source>
        <comment>yesterday, in a narrow column</comment>
        <translation>hier</translation>
    </message>
</context>
<context>
    <name>AgentState</name>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Empty the field</source>
        <translation>Vider le champ</translation>
    </message>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>utilisée %n fois</numerusform>
            <numerusform>utilisée %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a macro</source>
        <translation>Chercher une macro</translation>
    </message>
    <message>
        <source>Macros</source>
        <translation>Macros</translation>
    </message>
    <message>
        <source>No macro fits this ticket and these words.</source>
        <translation>Aucune macro ne convient à ce ticket et à ces mots.</translation>
    </message>
    <message>
        <source>Find a text by keyword or words</source>
        <translation>Chercher un texte par mot-clé ou par mots</translation>
    </message>
    <message>
        <source>Text modules</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>No text module has these words.</source>
        <translation>Aucune réponse type ne contient ces mots.</translation>
    </message>
</context>
<context>
    <name>AttachmentSaver</name>
    <message>
        <source>attachment</source>
        <translation>pièce jointe</translation>
    </message>
    <message>
        <source>Downloading %1…</source>
        <translation>Téléchargement : %1…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré : %1</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message numerus="yes">
        <source>Downloading %n file(s)…</source>
        <translation>
            <numerusform>Téléchargement de %n fichier…</numerusform>
            <numerusform>Téléchargement de %n fichiers…</numerusform>
        </translation>
    </message>
    <message>
        <source>message</source>
        <translation>message</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Nothing is here.</source>
        <translation>Rien ici.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n escalations</source>
        <translation>
            <numerusform>%1, %n escalade</numerusform>
            <numerusform>%1, %n escalades</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>personne pour l’instant</translation>
    </message>
    <message>
        <source>accept by %1</source>
        <translation>à accepter avant %1</translation>
    </message>
    <message>
        <source>news by %1</source>
        <translation>nouvelles avant %1</translation>
    </message>
    <message>
        <source>promised %1</source>
        <translation>promis %1</translation>
    </message>
    <message>
        <source>Tier %1</source>
        <translation>Niveau %1</translation>
    </message>
    <message>
        <source>Escalations by tier</source>
        <translation>Escalades par niveau</translation>
    </message>
    <message>
        <source>what is due first stands first</source>
        <translation>la première échéance en tête</translation>
    </message>
</context>
<context>
    <name>BodyNotice</name>
    <message>
        <source>The encoding is unknown: letters may be wrong.</source>
        <translation>Encodage inconnu : des lettres peuvent être fausses.</translation>
    </message>
    <message>
        <source>Some letters arrived damaged.</source>
        <translation>Des lettres sont arrivées endommagées.</translation>
    </message>
    <message>
        <source>Message cut: it is longer than what is displayed.</source>
        <translation>Message coupé : il est plus long que ce qui est affiché.</translation>
    </message>
    <message>
        <source>The formatting was simplified.</source>
        <translation>Mise en forme simplifiée.</translation>
    </message>
    <message>
        <source>Parts within parts were not opened.</source>
        <translation>Des parties imbriquées n’ont pas été ouvertes.</translation>
    </message>
    <message numerus="yes">
        <source>%n remote picture(s) blocked.</source>
        <translation>
            <numerusform>%n image distante bloquée.</numerusform>
            <numerusform>%n images distantes bloquées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be fetched.</source>
        <translation>
            <numerusform>%n image n’a pas pu être récupérée.</numerusform>
            <numerusform>%n images n’ont pas pu être récupérées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hidden pictures that tell who reads were left out.</source>
        <translation>Des images cachées qui disent qui lit ont été retirées.</translation>
    </message>
    <message>
        <source>Show the pictures</source>
        <translation>Afficher les images</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>Afficher le texte</translation>
    </message>
    <message>
        <source>Save the original</source>
        <translation>Enregistrer l’original</translation>
    </message>
    <message>
        <source>The number of a payment card was masked: only its last digits were kept.</source>
        <translation>Le numéro d’une carte de paiement a été masqué : seuls ses derniers chiffres ont été conservés.</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>tickets that change</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n ticket(s)</source>
        <translation>
            <numerusform>Mettre %n ticket en sommeil</numerusform>
            <numerusform>Mettre %n tickets en sommeil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo (%n min)</source>
        <translation>
            <numerusform>Annuler (%n min)</numerusform>
            <numerusform>Annuler (%n min)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) selected. Esc selects nothing.</source>
        <translation>
            <numerusform>%n ticket sélectionné. Échap désélectionne.</numerusform>
            <numerusform>%n tickets sélectionnés. Échap désélectionne tout.</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1 tickets can be changed at once.</source>
        <translation>Au plus %1 tickets peuvent être modifiés à la fois.</translation>
    </message>
    <message numerus="yes">
        <source>Change %n ticket(s)</source>
        <translation>
            <numerusform>Modifier %n ticket</numerusform>
            <numerusform>Modifier %n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Change of several tickets</source>
        <translation>Modification groupée</translation>
    </message>
    <message>
        <source>Tickets and what became of them</source>
        <translation>Tickets et résultat de chacun</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Team: %1</source>
        <translation>Équipe : %1</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Attribué à personne</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>Attribué à %1</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Attribué à moi</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Statut : %1</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Priorité : %1</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Catégorie : %1</translation>
    </message>
    <message>
        <source>Tag added: %1</source>
        <translation>Étiquette ajoutée : %1</translation>
    </message>
    <message>
        <source>Tag removed: %1</source>
        <translation>Étiquette retirée : %1</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>En sommeil jusqu’à %1</translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: %1</source>
        <translation>
            <numerusform>%n ignoré : %1</numerusform>
            <numerusform>%n ignorés : %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo of “%1”</source>
        <translation>Annulation de « %1 »</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) change</source>
        <translation>
            <numerusform>%n ticket change</numerusform>
            <numerusform>%n tickets changent</numerusform>
        </translation>
    </message>
    <message>
        <source>No ticket changes</source>
        <translation>Aucun ticket ne change</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fait</numerusform>
            <numerusform>%n faits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refusé</numerusform>
            <numerusform>%n refusés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being sent</source>
        <translation>
            <numerusform>%n en cours d’envoi</numerusform>
            <numerusform>%n en cours d’envoi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for the network</source>
        <translation>
            <numerusform>%n en attente du réseau</numerusform>
            <numerusform>%n en attente du réseau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n annulé</numerusform>
            <numerusform>%n annulés</numerusform>
        </translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation>ignoré : %1</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>done, over a change made meanwhile</source>
        <translation>fait, par-dessus une modification faite entre-temps</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>A ticket that is no longer here</source>
        <translation>Un ticket qui n’est plus ici</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionné</numerusform>
            <numerusform>%n sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>BulkSkip</name>
    <message>
        <source>already so</source>
        <translation>déjà ainsi</translation>
    </message>
    <message>
        <source>merged into another ticket</source>
        <translation>fusionné dans un autre ticket</translation>
    </message>
    <message>
        <source>the ticket is done</source>
        <translation>le ticket est terminé</translation>
    </message>
    <message>
        <source>not possible from the status it has</source>
        <translation>impossible depuis le statut actuel</translation>
    </message>
    <message>
        <source>no longer here</source>
        <translation>n’est plus ici</translation>
    </message>
    <message>
        <source>changed again since</source>
        <translation>modifié de nouveau depuis</translation>
    </message>
    <message>
        <source>stopped before</source>
        <translation>arrêté avant</translation>
    </message>
</context>
<context>
    <name>Calendars</name>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>In use: policies can count on it</source>
        <translation>En service : des politiques peuvent compter avec</translation>
    </message>
    <message>
        <source>Name in French</source>
        <translation>Nom en français</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Nom en anglais</translation>
    </message>
    <message>
        <source>Copy Monday until Friday</source>
        <translation>Copier lundi jusqu’à vendredi</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Horaires de la semaine</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Ajouter un jour</translation>
    </message>
    <message>
        <source>Exceptions: other hours on a day</source>
        <translation>Exceptions : d’autres horaires un jour donné</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Calendriers</translation>
    </message>
    <message>
        <source>There is no connection to the server: calendars can be looked at, not changed.</source>
        <translation>Pas de connexion au serveur : les calendriers se consultent, mais ne se modifient pas.</translation>
    </message>
    <message>
        <source>Each change is a new version: what was due before stays explained</source>
        <translation>Chaque changement est une version : les échéances passées restent expliquées</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>v%1</source>
        <comment>a version</comment>
        <translation>v%1</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>hors service</translation>
    </message>
    <message>
        <source>A new calendar</source>
        <translation>Nouveau calendrier</translation>
    </message>
    <message>
        <source>“%1” counts in its version %2: due dates are moving.</source>
        <translation>« %1 » compte dans sa version %2 : les échéances se déplacent.</translation>
    </message>
    <message>
        <source>Day of the exception</source>
        <translation>Jour de l’exception</translation>
    </message>
    <message>
        <source>Hours of the exception</source>
        <translation>Horaires de l’exception</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>Remove this exception</source>
        <translation>Retirer cette exception</translation>
    </message>
    <message>
        <source>%1: “%2” are no hours. Type them as 08:00-12:00, 14:00-18:00.</source>
        <translation>%1 : « %2 » ne se lit pas comme des horaires. Écrivez-les ainsi : 08:00-12:00, 14:00-18:00.</translation>
    </message>
    <message>
        <source>Hours on %1</source>
        <comment>a day of the week</comment>
        <translation>Horaires : %1</translation>
    </message>
</context>
<context>
    <name>CallOutcome</name>
    <message>
        <source>Answered</source>
        <translation>Décroché</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manqué</translation>
    </message>
    <message>
        <source>Caller hung up</source>
        <translation>Abandonné</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Messagerie</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation>Instagram</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation>LinkedIn</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Notification</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>Formulaire</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>promised to the customer</source>
        <translation>promis au client</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>cible %1</translation>
    </message>
    <message>
        <source>target %1 of business time</source>
        <comment>%1 is 4 h or 30 min</comment>
        <translation>cible %1 ouvrées</translation>
    </message>
    <message numerus="yes">
        <source>target %n working day(s)</source>
        <translation>
            <numerusform>cible %n jour ouvré</numerusform>
            <numerusform>cible %n jours ouvrés</numerusform>
        </translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Délais</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi ?</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between values of a condition</comment>
        <translation> ou </translation>
    </message>
    <message>
        <source>The customer&apos;s message was received by the server</source>
        <translation>Message du client reçu par le serveur</translation>
    </message>
    <message>
        <source>Oldest message of the customer without an answer</source>
        <translation>Plus ancien message du client sans réponse</translation>
    </message>
    <message>
        <source>The customer was told something, or given a date</source>
        <translation>Le client a eu une réponse, ou une date</translation>
    </message>
    <message>
        <source>The request was received, or opened again</source>
        <translation>Demande reçue, ou rouverte</translation>
    </message>
    <message>
        <source>The request was handed over</source>
        <translation>Demande transmise</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Compté</translation>
    </message>
    <message>
        <source>The pause is over: it is our turn again</source>
        <translation>Fin de la pause : c’est de nouveau à nous</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>We wait for somebody else: this time is not counted</source>
        <translation>Nous attendons quelqu’un d’autre : ce temps ne compte pas</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Until the due date, without the hours in which we are closed</source>
        <translation>Jusqu’à l’échéance, hors heures de fermeture</translation>
    </message>
    <message>
        <source>Paused: no due date yet</source>
        <translation>En pause : pas encore d’échéance</translation>
    </message>
    <message>
        <source>Kept on %1</source>
        <translation>Tenu le %1</translation>
    </message>
    <message>
        <source>Kept too late, on %1</source>
        <translation>Tenu en retard, le %1</translation>
    </message>
    <message>
        <source>No longer waited for</source>
        <translation>N’est plus attendu</translation>
    </message>
    <message>
        <source>Merged into another ticket</source>
        <translation>Fusionné dans un autre ticket</translation>
    </message>
    <message>
        <source>Nobody can say: the calendar is not known</source>
        <translation>Échéance inconnue : calendrier introuvable</translation>
    </message>
    <message>
        <source>Date promised to the customer</source>
        <translation>Date promise au client</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) promised</source>
        <translation>
            <numerusform>%n jour ouvré promis</numerusform>
            <numerusform>%n jours ouvrés promis</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of business time promised</source>
        <translation>%1 ouvrées promises</translation>
    </message>
    <message>
        <source>%1 promised</source>
        <translation>%1 promises</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 utilisées</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 restantes</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 de retard</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priorité</translation>
    </message>
    <message>
        <source>complexity</source>
        <translation>complexité</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>canal</translation>
    </message>
    <message>
        <source>product</source>
        <translation>produit</translation>
    </message>
    <message>
        <source>language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>customer tier</source>
        <translation>niveau du client</translation>
    </message>
    <message>
        <source>category</source>
        <translation>catégorie</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>étiquette</translation>
    </message>
    <message>
        <source>team</source>
        <translation>équipe</translation>
    </message>
    <message>
        <source>%1 other than %2</source>
        <comment>priority other than High</comment>
        <translation>%1 autre que %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>priority High</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Policy %1, v%2</source>
        <comment>a name and its version</comment>
        <translation>Politique %1, v%2</translation>
    </message>
    <message>
        <source>It takes every request that no other policy wants.</source>
        <translation>Elle prend toute demande qu’aucune autre politique ne prend.</translation>
    </message>
    <message>
        <source>Taken because of %1.</source>
        <translation>Retenue car %1.</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between conditions</comment>
        <translation> et </translation>
    </message>
    <message>
        <source>%1, v%2</source>
        <comment>the name of a calendar and its version</comment>
        <translation>%1, v%2</translation>
    </message>
    <message>
        <source>alerts: %1</source>
        <translation>alertes : %1</translation>
    </message>
    <message>
        <source>The days of this deadline; the table beneath says the same</source>
        <translation>Les jours de ce délai ; le tableau dessous dit la même chose</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>an hour of the day, on an axis</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 counted</source>
        <translation>%1 comptées</translation>
    </message>
    <message>
        <source>%1 to come</source>
        <translation>%1 à venir</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>pause</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>échéance %1</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>compté</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>à venir</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>now, %1</source>
        <translation>maintenant, %1</translation>
    </message>
    <message>
        <source>Why this due date?</source>
        <translation>Pourquoi cette échéance ?</translation>
    </message>
    <message>
        <source>Counted stretches and pauses</source>
        <translation>Temps comptés et pauses</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>The server and this computer count alike</source>
        <translation>Même calcul sur le serveur et sur ce poste</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>%1 (%2%)</source>
        <comment>when somebody is told, and after how much</comment>
        <translation>%1 (%2 %)</translation>
    </message>
    <message numerus="yes">
        <source>%n more working day(s) in between</source>
        <translation>
            <numerusform>%n autre jour ouvré entre-temps</numerusform>
            <numerusform>%n autres jours ouvrés entre-temps</numerusform>
        </translation>
    </message>
    <message>
        <source>other rules count since</source>
        <translation>d’autres règles comptent depuis</translation>
    </message>
    <message>
        <source>the holiday “%1” was cancelled</source>
        <translation>le jour férié « %1 » a été annulé</translation>
    </message>
    <message>
        <source>“%1” is a holiday</source>
        <translation>« %1 » est férié</translation>
    </message>
    <message>
        <source>Late on %1, which was annulled on %2: %3.</source>
        <translation>Retard du %1, annulé le %2 : %3.</translation>
    </message>
    <message>
        <source>Late on %1, which was annulled on %2 by %3: %4.</source>
        <translation>Retard du %1, annulé le %2 par %3 : %4.</translation>
    </message>
    <message>
        <source>Times: %1</source>
        <comment>a time zone</comment>
        <translation>Heures : %1</translation>
    </message>
    <message>
        <source>Times: %1 (here it is %2)</source>
        <comment>a time zone, and what the time is in that of the reader</comment>
        <translation>Heures : %1 (ici, il est %2)</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>The copy on this computer is closed</source>
        <translation>La copie sur cet ordinateur est fermée</translation>
    </message>
    <message>
        <source>The clock of this computer went back, so that nobody can tell how long the copy was without the server. It opens again at the next contact, as it was.</source>
        <translation>L’horloge de cet ordinateur a reculé : personne ne peut dire depuis combien de temps la copie est sans le serveur. Elle s’ouvrira de nouveau au prochain contact, telle quelle.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Log in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Written here and not sent yet: kept, and sent after the contact</source>
        <translation>Écrit ici et pas encore envoyé : conservé, et envoyé après le contact</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Your company lets it be opened for some time without the server; that time ended on %1. It opens again at the next contact, as it was.</source>
        <translation>Votre entreprise permet de l’ouvrir un certain temps sans le serveur ; ce temps a pris fin le %1. Elle s’ouvrira de nouveau au prochain contact, telle quelle.</translation>
    </message>
    <message>
        <source>Begun: %1</source>
        <translation>Commencé : %1</translation>
    </message>
</context>
<context>
    <name>Complexity</name>
    <message>
        <source>Simple</source>
        <translation>Simple</translation>
    </message>
    <message>
        <source>Complex</source>
        <translation>Complexe</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Draft saved %1</source>
        <translation>Brouillon enregistré %1</translation>
    </message>
    <message>
        <source>Draft not saved. %1</source>
        <translation>Brouillon non enregistré. %1</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>Type de texte</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Direction of the call</source>
        <translation>Sens de l’appel</translation>
    </message>
    <message>
        <source>Outcome of the call</source>
        <translation>Issue de l’appel</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Secondes</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>For colleagues only</source>
        <translation>Pour les collègues seulement</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Ce qui a été dit</translation>
    </message>
    <message>
        <source>Write the reply</source>
        <translation>Rédiger la réponse</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Ajouter la note</translation>
    </message>
    <message>
        <source>Log the call</source>
        <translation>Enregistrer l’appel</translation>
    </message>
    <message>
        <source>Send with another status</source>
        <translation>Envoyer avec un autre statut</translation>
    </message>
    <message>
        <source>Invisible to the customer</source>
        <translation>Invisible pour le client</translation>
    </message>
    <message>
        <source>Add a copy</source>
        <translation>Ajouter une copie</translation>
    </message>
    <message>
        <source>The card number ending in %1 is not kept: it will read as asterisks.</source>
        <translation>Le numéro de carte finissant par %1 n’est pas conservé : des astérisques le remplaceront.</translation>
    </message>
    <message>
        <source>Another version of this draft, written on this device: %1</source>
        <translation>Autre version de ce brouillon, écrite sur cet appareil : %1</translation>
    </message>
    <message>
        <source>Another version of this draft, written on another device: %1</source>
        <translation>Autre version de ce brouillon, écrite sur un autre appareil : %1</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>L’afficher</translation>
    </message>
    <message>
        <source>Show the other version</source>
        <translation>Afficher l’autre version</translation>
    </message>
</context>
<context>
    <name>ContextPane</name>
    <message>
        <source>Customer and order</source>
        <translation>Client et commande</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>The customer has written since: read it before you send.</source>
        <translation>Nouveau message du client : à lire avant d’envoyer.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>No ticket is open</source>
        <translation>Aucun ticket ouvert</translation>
    </message>
    <message>
        <source>Choose one in the list with ↑ and ↓.</source>
        <translation>Choisissez-en un dans la liste avec ↑ et ↓.</translation>
    </message>
    <message>
        <source>Promise a date</source>
        <translation>Promettre une date</translation>
    </message>
    <message>
        <source>The customer hears from us by then at the latest. Tell him so: this alone sends nothing.</source>
        <translation>Le client aura de nos nouvelles au plus tard à ce moment. Dites-le-lui : ceci n’envoie rien.</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promettre</translation>
    </message>
    <message>
        <source>Take the promise back</source>
        <translation>Reprendre la promesse</translation>
    </message>
    <message>
        <source>Snooze the ticket</source>
        <translation>Mettre le ticket en sommeil</translation>
    </message>
    <message>
        <source>Its clocks go on: what was promised stays promised.</source>
        <translation>Ses délais continuent de courir : ce qui est promis reste promis.</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Mettre en sommeil</translation>
    </message>
    <message>
        <source>Wake it up</source>
        <translation>Réveiller</translation>
    </message>
</context>
<context>
    <name>Customer</name>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Client depuis</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Niveau</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Not sent by us</source>
        <translation>Non envoyé par nous</translation>
    </message>
    <message>
        <source>About to be sent</source>
        <translation>Envoi imminent</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Envoi en cours</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Non remis</translation>
    </message>
    <message>
        <source>Delivery not known</source>
        <translation>Remise inconnue</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>The domain of the address does not exist or takes no mail.</source>
        <translation>Le domaine de l’adresse n’existe pas ou ne reçoit pas d’e-mails.</translation>
    </message>
    <message>
        <source>The address is not written as an address is.</source>
        <translation>L’adresse n’est pas écrite comme une adresse.</translation>
    </message>
    <message>
        <source>The mailbox has moved, and nobody says where.</source>
        <translation>La boîte a déménagé, sans dire où.</translation>
    </message>
    <message>
        <source>The other mail server does not accept our own address as sender.</source>
        <translation>Le serveur destinataire n’accepte pas notre propre adresse comme expéditeur.</translation>
    </message>
    <message>
        <source>The address is unknown there.</source>
        <translation>L’adresse y est inconnue.</translation>
    </message>
    <message>
        <source>The mailbox is closed or takes no mail now.</source>
        <translation>La boîte est fermée ou ne reçoit rien pour le moment.</translation>
    </message>
    <message>
        <source>The mailbox is full.</source>
        <translation>La boîte est pleine.</translation>
    </message>
    <message>
        <source>The mail is too large for the mailbox.</source>
        <translation>L’e-mail est trop volumineux pour la boîte.</translation>
    </message>
    <message>
        <source>Something is wrong with the mailbox there.</source>
        <translation>La boîte destinataire a un problème.</translation>
    </message>
    <message>
        <source>The mail is too large for the other mail server.</source>
        <translation>L’e-mail est trop volumineux pour le serveur destinataire.</translation>
    </message>
    <message>
        <source>The other mail server has no room left.</source>
        <translation>Le serveur destinataire n’a plus de place.</translation>
    </message>
    <message>
        <source>The other mail server takes no mail now.</source>
        <translation>Le serveur destinataire ne reçoit rien pour le moment.</translation>
    </message>
    <message>
        <source>Nobody knows a mail server for the domain of the address.</source>
        <translation>Aucun serveur de messagerie n’est connu pour le domaine de l’adresse.</translation>
    </message>
    <message>
        <source>The mail went round in circles between mail servers.</source>
        <translation>L’e-mail a tourné en rond entre les serveurs.</translation>
    </message>
    <message>
        <source>The other mail server could not be reached for too long.</source>
        <translation>Le serveur destinataire est resté injoignable trop longtemps.</translation>
    </message>
    <message>
        <source>The other mail server could not be reached.</source>
        <translation>Le serveur destinataire est injoignable.</translation>
    </message>
    <message>
        <source>Refused because the other mail server can’t tell that the mail is ours: an administrator looks at SPF, DKIM and DMARC.</source>
        <translation>Refusé parce que le serveur destinataire ne peut pas vérifier que l’e-mail vient de nous : un administrateur regarde SPF, DKIM et DMARC.</translation>
    </message>
    <message>
        <source>Refused as spam, or by a rule of the other mail server.</source>
        <translation>Refusé comme indésirable, ou par une règle du serveur destinataire.</translation>
    </message>
    <message>
        <source>The mail servers did not understand each other.</source>
        <translation>Les serveurs de messagerie ne se sont pas compris.</translation>
    </message>
    <message>
        <source>The other mail server can’t deal with the content of the mail.</source>
        <translation>Le serveur destinataire ne sait pas traiter le contenu de l’e-mail.</translation>
    </message>
    <message>
        <source>The mailbox is full, or the mail is too large for it.</source>
        <translation>La boîte est pleine, ou l’e-mail est trop volumineux pour elle.</translation>
    </message>
    <message>
        <source>The other side does not say why.</source>
        <translation>L’autre côté ne dit pas pourquoi.</translation>
    </message>
    <message>
        <source>The other mail server says only: %1</source>
        <translation>Le serveur destinataire dit seulement : %1</translation>
    </message>
    <message>
        <source>Late, the other side goes on trying. %1</source>
        <translation>En retard, l’autre côté continue d’essayer. %1</translation>
    </message>
    <message>
        <source>Not taken yet, tried again by itself. %1</source>
        <translation>Pas encore accepté, un nouvel essai se fera tout seul. %1</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Reply on its way</source>
        <translation>Réponse en cours d’envoi</translation>
    </message>
    <message>
        <source>Reply kept, waiting for the network</source>
        <translation>Réponse gardée, en attente du réseau</translation>
    </message>
    <message numerus="yes">
        <source>Undo, %n s</source>
        <translation>
            <numerusform>Annuler, %n s</numerusform>
            <numerusform>Annuler, %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” applied</source>
        <comment>a macro</comment>
        <translation>« %1 » appliquée</translation>
    </message>
</context>
<context>
    <name>DeviceState</name>
    <message>
        <source>Active</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Révoqué</translation>
    </message>
    <message>
        <source>To be wiped</source>
        <translation>À effacer</translation>
    </message>
</context>
<context>
    <name>Direction</name>
    <message>
        <source>Incoming</source>
        <translation>Entrant</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Sortant</translation>
    </message>
</context>
<context>
    <name>Download</name>
    <message>
        <source>“%1” is on the server: downloading it needs the network.</source>
        <translation>« %1 » est sur le serveur : il faut le réseau pour le télécharger.</translation>
    </message>
    <message>
        <source>“%1” is no longer on the server.</source>
        <translation>« %1 » n’est plus sur le serveur.</translation>
    </message>
    <message>
        <source>“%1” arrived damaged. Nothing was saved.</source>
        <translation>« %1 » est arrivé endommagé. Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>The server sent something else than “%1”. Nothing was saved.</source>
        <translation>Le serveur a envoyé autre chose que « %1 ». Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>“%1” is too large to be downloaded here.</source>
        <translation>« %1 » est trop volumineux pour être téléchargé ici.</translation>
    </message>
</context>
<context>
    <name>DraftForm</name>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appel</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Something went wrong inside Akwaba. The log has more.</source>
        <translation>Une erreur s’est produite dans Akwaba. Le journal en dit plus.</translation>
    </message>
    <message>
        <source>This is not valid. Check what was entered.</source>
        <translation>Cette saisie n’est pas valable. Vérifiez-la.</translation>
    </message>
    <message>
        <source>This no longer exists.</source>
        <translation>Cela n’existe plus.</translation>
    </message>
    <message>
        <source>Somebody else changed it first.</source>
        <translation>Quelqu’un l’a modifié entre-temps.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>Vous n’en avez pas le droit.</translation>
    </message>
    <message>
        <source>E-mail address or password is wrong, or the session has ended. Log in again.</source>
        <translation>Adresse ou mot de passe incorrects, ou session terminée. Reconnectez-vous.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a little.</source>
        <translation>Trop de tentatives. Patientez un peu.</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Vous êtes hors ligne.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Le serveur ne répond pas.</translation>
    </message>
    <message>
        <source>The server does not answer as an Akwaba server does. Check the address.</source>
        <translation>Ce n’est pas un serveur Akwaba qui répond. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>The address is not secure: use https.</source>
        <translation>L’adresse n’est pas sûre : utilisez https.</translation>
    </message>
    <message>
        <source>The certificate of the server is not known on this computer.</source>
        <translation>Le certificat du serveur n’est pas connu de ce poste.</translation>
    </message>
    <message>
        <source>This version of Akwaba is too old for the server. Install the new one.</source>
        <translation>Cette version d’Akwaba est trop ancienne pour le serveur. Installez la nouvelle.</translation>
    </message>
    <message>
        <source>These data were written by a newer version of Akwaba. Install it to read them.</source>
        <translation>Ces données viennent d’une version plus récente d’Akwaba. Installez-la pour les lire.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Le fichier est endommagé.</translation>
    </message>
    <message>
        <source>The disk is full. Make room, nothing was lost.</source>
        <translation>Le disque est plein. Faites de la place, rien n’est perdu.</translation>
    </message>
    <message>
        <source>The file could not be read or written.</source>
        <translation>Le fichier n’a pas pu être lu ou écrit.</translation>
    </message>
    <message>
        <source>Akwaba is already running with this profile.</source>
        <translation>Akwaba est déjà ouvert avec ce profil.</translation>
    </message>
    <message>
        <source>No keyring was found on this computer to keep secrets in.</source>
        <translation>Ce poste n’a pas de trousseau où garder les secrets.</translation>
    </message>
    <message>
        <source>The server cannot do this yet.</source>
        <translation>Le serveur ne sait pas encore faire cela.</translation>
    </message>
    <message>
        <source>A one-time code is needed to log in.</source>
        <translation>Un code à usage unique est nécessaire pour se connecter.</translation>
    </message>
    <message>
        <source>This code is wrong or was used before. Wait for the next one.</source>
        <translation>Ce code est faux ou a déjà servi. Attendez le suivant.</translation>
    </message>
</context>
<context>
    <name>Escalate</name>
    <message>
        <source>delivered %1</source>
        <translation>livrée le %1</translation>
    </message>
    <message>
        <source>Order %1: %2</source>
        <comment>its number, and what was ordered</comment>
        <translation>Commande %1 : %2</translation>
    </message>
    <message>
        <source>%1 of business time</source>
        <comment>%1 is 4 h or 30 min</comment>
        <translation>%1 d’ouverture</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n jour ouvré</numerusform>
            <numerusform>%n jours ouvrés</numerusform>
        </translation>
    </message>
    <message>
        <source>Product: %1</source>
        <translation>Produit : %1</translation>
    </message>
    <message>
        <source>Last answer to the customer: %1</source>
        <translation>Dernière réponse au client : %1</translation>
    </message>
    <message>
        <source>Cause noted: %1</source>
        <translation>Cause notée : %1</translation>
    </message>
    <message>
        <source>Escalate the ticket</source>
        <translation>Escalader le ticket</translation>
    </message>
    <message>
        <source>Escalate ticket No. %1</source>
        <translation>Escalader le ticket n° %1</translation>
    </message>
    <message>
        <source>The customer keeps talking to the same person.</source>
        <translation>Le client garde le même interlocuteur.</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Vers</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Already tr&amp;ied</source>
        <translation>Déjà &amp;tenté</translation>
    </message>
    <message>
        <source>filled in from what is known</source>
        <translation>rempli avec ce qui est connu</translation>
    </message>
    <message>
        <source>What is as&amp;ked</source>
        <translation>Ce qui est &amp;demandé</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatoire</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>Prise en charge</translation>
    </message>
    <message>
        <source>Answer expe&amp;cted</source>
        <translation>&amp;Réponse attendue</translation>
    </message>
    <message>
        <source>After the customer’s due date (%1).</source>
        <translation>Après l’échéance du client (%1).</translation>
    </message>
    <message>
        <source>Ask for %1</source>
        <comment>a date</comment>
        <translation>Demander %1</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Escalader</translation>
    </message>
    <message>
        <source>Escalate and tell the customer</source>
        <translation>Escalader et avertir le client</translation>
    </message>
    <message>
        <source>The answer is needed by %1.</source>
        <translation>Réponse souhaitée avant : %1.</translation>
    </message>
    <message>
        <source>Say why the customer is not told.</source>
        <translation>Dites pourquoi le client n’est pas averti.</translation>
    </message>
    <message>
        <source>No address of the customer is known.</source>
        <translation>Aucune adresse du client n’est connue.</translation>
    </message>
    <message>
        <source>The notice says nothing.</source>
        <translation>L’avis est vide.</translation>
    </message>
    <message>
        <source>The notice does not say the date any more.</source>
        <translation>L’avis ne dit plus la date promise.</translation>
    </message>
    <message>
        <source>Say what is asked.</source>
        <translation>Dites ce qui est demandé.</translation>
    </message>
    <message>
        <source>This date is over.</source>
        <translation>Cette date est passée.</translation>
    </message>
    <message>
        <source>W&amp;hy not</source>
        <translation>&amp;Pourquoi</translation>
    </message>
    <message>
        <source>Notice to the customer</source>
        <translation>Avis au client</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>M&amp;odifier</translation>
    </message>
    <message>
        <source>Do &amp;not tell the customer (say why)</source>
        <translation>&amp;Ne pas avertir le client (motif demandé)</translation>
    </message>
    <message>
        <source>This date becomes a promise that is followed up. The time to solve it goes on running.</source>
        <translation>Cette date devient une promesse suivie. Le délai de résolution continue de courir.</translation>
    </message>
    <message>
        <source>No address is known</source>
        <translation>Aucune adresse connue</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>À %1</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Ce qui a été tenté</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Add something that was tried</source>
        <translation>Ajouter ce qui a été tenté</translation>
    </message>
</context>
<context>
    <name>Escalation</name>
    <message>
        <source>%1, late</source>
        <comment>a date</comment>
        <translation>%1, en retard</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Accept by</source>
        <translation>À prendre</translation>
    </message>
    <message>
        <source>News by</source>
        <translation>Suite avant</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Promis</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Non averti</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Travail</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>personne pour l’instant</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Reportée</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n fois</numerusform>
            <numerusform>%n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>Renvoyée</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>to whom, and how it ended</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Escalade</translation>
    </message>
    <message>
        <source>Hide the earlier ones</source>
        <translation>Replier</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier</source>
        <translation>
            <numerusform>%n précédente</numerusform>
            <numerusform>%n précédentes</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>en attente d’envoi</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>FAQ</source>
        <translation>FAQ</translation>
    </message>
    <message>
        <source>worth an article</source>
        <translation>article à écrire</translation>
    </message>
    <message>
        <source>Reply with this answer</source>
        <translation>Répondre avec ce texte</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>Renvoyer…</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Wait for third party</source>
        <translation>Attendre un tiers</translation>
    </message>
    <message>
        <source>Third party has answered</source>
        <translation>Le tiers a répondu</translation>
    </message>
    <message>
        <source>Hand back…</source>
        <translation>Rendre…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>Refuser…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>the team that was asked does this</source>
        <translation>c’est à l’équipe sollicitée de le faire</translation>
    </message>
    <message>
        <source>the team that asked does this</source>
        <translation>c’est à l’équipe qui a demandé de le faire</translation>
    </message>
</context>
<context>
    <name>EscalationKind</name>
    <message>
        <source>To an expert</source>
        <translation>Vers un expert</translation>
    </message>
    <message>
        <source>To a supervisor</source>
        <translation>Vers un superviseur</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Données personnelles</translation>
    </message>
    <message>
        <source>Commercial gesture</source>
        <translation>Geste commercial</translation>
    </message>
</context>
<context>
    <name>EscalationMove</name>
    <message>
        <source>&amp;Answer to the customer, as a draft</source>
        <translation>&amp;Réponse au client, en brouillon</translation>
    </message>
    <message>
        <source>What is &amp;missing</source>
        <translation>Ce qui &amp;manque</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Pourquoi</translation>
    </message>
    <message>
        <source>An answer is needed.</source>
        <translation>Une réponse est nécessaire.</translation>
    </message>
    <message>
        <source>The others need to know why.</source>
        <translation>Les autres doivent savoir pourquoi.</translation>
    </message>
    <message>
        <source>Ca&amp;use, as found</source>
        <translation>Ca&amp;use constatée</translation>
    </message>
    <message>
        <source>Others should &amp;read about it in the FAQ</source>
        <translation>À &amp;publier dans la FAQ</translation>
    </message>
</context>
<context>
    <name>EscalationReason</name>
    <message>
        <source>Defective product</source>
        <translation>Produit défectueux</translation>
    </message>
    <message>
        <source>Needs an expert</source>
        <translation>Expertise nécessaire</translation>
    </message>
    <message>
        <source>Needs the supplier</source>
        <translation>Avis du fournisseur</translation>
    </message>
    <message>
        <source>Needs the carrier</source>
        <translation>Avis du transporteur</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Décision nécessaire</translation>
    </message>
    <message>
        <source>Deadline at risk</source>
        <translation>Délai menacé</translation>
    </message>
    <message>
        <source>The customer demands it</source>
        <translation>Demande du client</translation>
    </message>
    <message>
        <source>Legal question</source>
        <translation>Question juridique</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Autre motif</translation>
    </message>
</context>
<context>
    <name>EscalationState</name>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>To be accepted</source>
        <translation>À prendre en charge</translation>
    </message>
    <message>
        <source>To be approved</source>
        <translation>À approuver</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Prise en charge</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Waiting for third party</source>
        <translation>En attente d’un tiers</translation>
    </message>
    <message>
        <source>Third party has answered</source>
        <translation>Le tiers a répondu</translation>
    </message>
    <message>
        <source>Handed back</source>
        <translation>Rendue</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expirée</translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>set back to new</source>
        <translation>repassé à Nouveau</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>set to waiting for customer</source>
        <translation>mise en attente client</translation>
    </message>
    <message>
        <source>set to waiting for third party</source>
        <translation>mise en attente tiers</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>résolu</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>clos</translation>
    </message>
    <message>
        <source>marked as spam</source>
        <translation>marqué indésirable</translation>
    </message>
    <message>
        <source>merged into another ticket</source>
        <translation>fusionné avec un autre ticket</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>an agent, team, tag or category</comment>
        <translation>inconnu</translation>
    </message>
    <message numerus="yes">
        <source>tag(s) %1 added</source>
        <translation>
            <numerusform>étiquette %1 ajoutée</numerusform>
            <numerusform>étiquettes %1 ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tag(s) %1 removed</source>
        <translation>
            <numerusform>étiquette %1 retirée</numerusform>
            <numerusform>étiquettes %1 retirées</numerusform>
        </translation>
    </message>
    <message>
        <source>tags changed</source>
        <translation>étiquettes modifiées</translation>
    </message>
    <message>
        <source>no longer assigned</source>
        <translation>attribution retirée</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>attribué à %1</translation>
    </message>
    <message>
        <source>no longer in a team</source>
        <translation>équipe retirée</translation>
    </message>
    <message>
        <source>moved to %1</source>
        <comment>a team</comment>
        <translation>transféré à %1</translation>
    </message>
    <message>
        <source>category removed</source>
        <translation>catégorie retirée</translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>catégorie %1</translation>
    </message>
    <message>
        <source>followers changed</source>
        <translation>suivis modifiés</translation>
    </message>
    <message>
        <source>subject changed to %1</source>
        <translation>objet changé en %1</translation>
    </message>
    <message>
        <source>order changed</source>
        <translation>commande modifiée</translation>
    </message>
    <message>
        <source>product changed</source>
        <translation>produit modifié</translation>
    </message>
    <message>
        <source>language %1</source>
        <translation>langue changée en %1</translation>
    </message>
    <message>
        <source>customer changed</source>
        <translation>client modifié</translation>
    </message>
    <message>
        <source>cause noted</source>
        <translation>cause notée</translation>
    </message>
    <message>
        <source>solution noted</source>
        <translation>solution notée</translation>
    </message>
    <message>
        <source>woken up</source>
        <translation>sorti de pause</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>mis en pause</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>a field that this version has no word for</comment>
        <translation>modifié</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>priorité %1</translation>
    </message>
    <message>
        <source>complexity %1</source>
        <translation>complexité %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who did what</comment>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message>
        <source>linked to another ticket</source>
        <translation>lié à un autre ticket</translation>
    </message>
    <message>
        <source>mail loop stopped: mail is kept, nothing reopens the ticket</source>
        <translation>boucle d’e-mails arrêtée : ils sont gardés, rien ne rouvre le ticket</translation>
    </message>
    <message>
        <source>mail resumed</source>
        <translation>e-mails repris</translation>
    </message>
    <message>
        <source>%1 answers to the customer</source>
        <translation>%1 reste l’interlocuteur du client</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>escaladé</translation>
    </message>
    <message>
        <source>escalation waits for an approval</source>
        <translation>escalade en attente d’approbation</translation>
    </message>
    <message>
        <source>escalation accepted</source>
        <translation>escalade prise en charge</translation>
    </message>
    <message>
        <source>escalation in progress</source>
        <translation>escalade en cours</translation>
    </message>
    <message>
        <source>escalation waits for a third party</source>
        <translation>escalade en attente d’un tiers</translation>
    </message>
    <message>
        <source>the third party has answered</source>
        <translation>le tiers a répondu</translation>
    </message>
    <message>
        <source>handed back with an answer</source>
        <translation>escalade rendue avec une réponse</translation>
    </message>
    <message>
        <source>escalation closed</source>
        <translation>escalade close</translation>
    </message>
    <message>
        <source>escalation refused</source>
        <translation>escalade refusée</translation>
    </message>
    <message>
        <source>escalation withdrawn</source>
        <translation>escalade retirée</translation>
    </message>
    <message>
        <source>escalation accepted by nobody in time</source>
        <translation>escalade que personne n’a prise à temps</translation>
    </message>
    <message>
        <source>a reply is needed after all</source>
        <translation>une réponse est finalement nécessaire</translation>
    </message>
    <message>
        <source>no reply needed</source>
        <translation>aucune réponse nécessaire</translation>
    </message>
    <message>
        <source>promise taken back</source>
        <translation>promesse retirée</translation>
    </message>
    <message>
        <source>the customer was promised a date</source>
        <translation>date promise au client</translation>
    </message>
</context>
<context>
    <name>Folder</name>
    <message>
        <source>Mine</source>
        <translation>À moi</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Non attribués</translation>
    </message>
    <message>
        <source>With customer</source>
        <translation>Attente client</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Suivis</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>Non résolus</translation>
    </message>
    <message>
        <source>Stopped loops</source>
        <translation>Boucles arrêtées</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>À risque</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>Escalades</translation>
    </message>
    <message>
        <source>Promises of today</source>
        <translation>Promis ce jour</translation>
    </message>
    <message>
        <source>To accept</source>
        <translation>À accepter</translation>
    </message>
    <message>
        <source>In my hands</source>
        <translation>Entre mes mains</translation>
    </message>
    <message>
        <source>With a third party</source>
        <translation>Attente tiers</translation>
    </message>
    <message>
        <source>Without first response</source>
        <translation>Sans première réponse</translation>
    </message>
</context>
<context>
    <name>HolidayState</name>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
</context>
<context>
    <name>Holidays</name>
    <message>
        <source>Whole day</source>
        <translation>Toute la journée</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>On a Sunday, the Monday after it is the holiday</source>
        <translation>Si c’est un dimanche, le lundi suivant est férié</translation>
    </message>
    <message>
        <source>All calendars</source>
        <translation>Tous les calendriers</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Name in French</source>
        <translation>Nom en français</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Nom en anglais</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>a law, a communiqué</source>
        <translation>une loi, un communiqué</translation>
    </message>
    <message>
        <source>Closed from</source>
        <translation>Fermé de</translation>
    </message>
    <message>
        <source>until (00:00: the end of the day)</source>
        <translation>à (00:00 : fin de journée)</translation>
    </message>
    <message>
        <source>Choose at least one calendar.</source>
        <translation>Choisissez au moins un calendrier.</translation>
    </message>
    <message>
        <source>What counts already keeps its days. Cancel it and declare another one instead.</source>
        <translation>Ce qui compte déjà garde ses jours. Annulez-le et déclarez-en un autre.</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Jours fériés</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>%1, over</source>
        <comment>a year</comment>
        <translation>%1, passés</translation>
    </message>
    <message>
        <source>No holidays yet</source>
        <translation>Aucun jour férié pour l’instant</translation>
    </message>
    <message>
        <source>Declare one beside, or import the calendar file of a year: nothing counts before it is confirmed.</source>
        <translation>Déclarez-en un à côté, ou importez le calendrier d’une année : rien ne compte avant d’être confirmé.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Cancel this holiday…</source>
        <translation>Annuler ce jour férié…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>An iCalendar file (.ics): its whole days become planned holidays.</source>
        <translation>Un fichier iCalendar (.ics) : ses journées entières deviennent des jours fériés prévus.</translation>
    </message>
    <message>
        <source>Counts at once, at the server and on every console</source>
        <translation>Compte aussitôt, sur le serveur et sur chaque poste</translation>
    </message>
    <message>
        <source>There is no connection to the server: holidays can be looked at, not changed.</source>
        <translation>Pas de connexion au serveur : les jours fériés se consultent, mais ne se modifient pas.</translation>
    </message>
    <message>
        <source>Declare a holiday</source>
        <translation>Déclarer un jour férié</translation>
    </message>
    <message>
        <source>It was cancelled and stays so. Declare it anew where it is one after all.</source>
        <translation>Il a été annulé et le reste. S’il est férié malgré tout, déclarez-le de nouveau.</translation>
    </message>
    <message>
        <source>What it would move can be told with a connection only.</source>
        <translation>L’effet sur les échéances se calcule seulement avec une connexion.</translation>
    </message>
    <message>
        <source>Declare</source>
        <translation>Déclarer</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Save as planned</source>
        <translation>Enregistrer comme prévu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>“%1” is planned. It counts once it is confirmed.</source>
        <translation>« %1 » est prévu. Il comptera une fois confirmé.</translation>
    </message>
    <message>
        <source>“%1” counts from now on: due dates are moving.</source>
        <translation>« %1 » compte dès maintenant : les échéances se déplacent.</translation>
    </message>
    <message>
        <source>“%1” no longer counts: due dates are moving back.</source>
        <translation>« %1 » ne compte plus : les échéances reviennent.</translation>
    </message>
    <message>
        <source>Cancel a holiday</source>
        <translation>Annuler un jour férié</translation>
    </message>
    <message>
        <source>Cancel “%1”? It stays in the list as cancelled, and what it moved moves back.</source>
        <translation>Annuler « %1 » ? Il reste dans la liste comme annulé, et ce qu’il a déplacé revient.</translation>
    </message>
    <message>
        <source>Cancel this holiday</source>
        <translation>Annuler ce jour férié</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>If it is declared</source>
        <translation>S’il est déclaré</translation>
    </message>
    <message>
        <source>If it is cancelled</source>
        <translation>S’il est annulé</translation>
    </message>
    <message numerus="yes">
        <source>%n already known</source>
        <translation>
            <numerusform>%n déjà connu</numerusform>
            <numerusform>%n déjà connus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not of whole days</source>
        <translation>
            <numerusform>%n avec des heures</numerusform>
            <numerusform>%n avec des heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeating</source>
        <translation>
            <numerusform>%n qui se répète</numerusform>
            <numerusform>%n qui se répètent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled in the file</source>
        <translation>
            <numerusform>%n annulé dans le fichier</numerusform>
            <numerusform>%n annulés dans le fichier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a name</source>
        <translation>
            <numerusform>%n sans nom</numerusform>
            <numerusform>%n sans nom</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a usable date</source>
        <translation>
            <numerusform>%n sans date utilisable</numerusform>
            <numerusform>%n sans date utilisable</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <comment>a day and hours of it</comment>
        <translation>%1, de %2 à %3</translation>
    </message>
    <message>
        <source>The day is missing.</source>
        <translation>Le jour manque.</translation>
    </message>
    <message>
        <source>The last day comes before the first.</source>
        <translation>Le dernier jour précède le premier.</translation>
    </message>
    <message>
        <source>A holiday has %1 days at most.</source>
        <translation>Un jour férié dure %1 jours au plus.</translation>
    </message>
    <message>
        <source>The hours end before they begin.</source>
        <translation>Les heures finissent avant de commencer.</translation>
    </message>
    <message>
        <source>The name is needed in French and in English.</source>
        <translation>Le nom est nécessaire en français et en anglais.</translation>
    </message>
    <message>
        <source>A name and a source have %1 letters at most.</source>
        <translation>Un nom et une source ont %1 lettres au plus.</translation>
    </message>
    <message>
        <source>No holiday was added.</source>
        <translation>Aucun jour férié n’a été ajouté.</translation>
    </message>
    <message numerus="yes">
        <source>%n holiday(s) added as planned: they count once confirmed.</source>
        <translation>
            <numerusform>%n jour férié ajouté comme prévu : il comptera une fois confirmé.</numerusform>
            <numerusform>%n jours fériés ajoutés comme prévus : ils compteront une fois confirmés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Laissés de côté : %1.</translation>
    </message>
    <message>
        <source>A colleague has changed this holiday meanwhile. Look at it again.</source>
        <translation>Un collègue a modifié ce jour férié entre-temps. Regardez-le de nouveau.</translation>
    </message>
    <message>
        <source>The server can&apos;t make sense of this. Check each field.</source>
        <translation>Le serveur ne peut rien en faire. Vérifiez chaque champ.</translation>
    </message>
    <message>
        <source>This is no iCalendar file, or it is damaged or too large. Nothing was added. Export it again, with fewer than %1 events.</source>
        <translation>Ce n’est pas un fichier iCalendar, ou il est abîmé ou trop grand. Rien n’a été ajouté. Exportez-le de nouveau, avec moins de %1 événements.</translation>
    </message>
    <message>
        <source>There is no event in this file. Nothing was added.</source>
        <translation>Il n’y a aucun événement dans ce fichier. Rien n’a été ajouté.</translation>
    </message>
    <message>
        <source>Import holidays</source>
        <translation>Importer des jours fériés</translation>
    </message>
    <message>
        <source>iCalendar files (*.ics)</source>
        <translation>Fichiers iCalendar (*.ics)</translation>
    </message>
    <message>
        <source>If it is confirmed</source>
        <translation>S’il est confirmé</translation>
    </message>
</context>
<context>
    <name>InboxPane</name>
    <message numerus="yes">
        <source>%n new, Enter to show</source>
        <translation>
            <numerusform>%n nouveau — Entrée pour afficher</numerusform>
            <numerusform>%n nouveaux — Entrée pour afficher</numerusform>
        </translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>La liste n’a pas pu être lue</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Remove a filter to see more.</source>
        <translation>Retirez un filtre pour en voir plus.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Rien ici</translation>
    </message>
    <message>
        <source>All done in this view.</source>
        <translation>Tout est fait dans cette vue.</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Nothing can match</source>
        <translation>Rien ne peut correspondre</translation>
    </message>
    <message>
        <source>The filter “%1” excludes all that this view shows.</source>
        <translation>Le filtre « %1 » exclut tout ce que montre cette vue.</translation>
    </message>
    <message>
        <source>Nothing is called so. Remove it, or write it otherwise.</source>
        <translation>Rien ne porte ce nom. Retirez-le ou écrivez-le autrement.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Nothing on this computer has all that was asked for.</source>
        <translation>Rien sur cet ordinateur ne réunit tout ce qui est demandé.</translation>
    </message>
</context>
<context>
    <name>Intent</name>
    <message>
        <source>New customer</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Nouveau ticket</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Statut : %1</translation>
    </message>
    <message>
        <source>Take the ticket</source>
        <translation>Prise du ticket</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Attribution</translation>
    </message>
    <message>
        <source>Change of the ticket</source>
        <translation>Modification du ticket</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivi</translation>
    </message>
    <message>
        <source>No longer follow</source>
        <translation>Fin du suivi</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Reply, then %1</source>
        <translation>Réponse, puis %1</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Message from %1</source>
        <translation>Message reçu : %1</translation>
    </message>
    <message>
        <source>Undo of a reply</source>
        <translation>Annulation d’une réponse</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>Brouillon supprimé</translation>
    </message>
    <message>
        <source>Mail resumed</source>
        <translation>E-mails repris</translation>
    </message>
    <message>
        <source>No reply needed</source>
        <translation>Aucune réponse nécessaire</translation>
    </message>
    <message>
        <source>Reply needed after all</source>
        <translation>Réponse finalement nécessaire</translation>
    </message>
    <message>
        <source>Promise to the customer</source>
        <translation>Promesse au client</translation>
    </message>
    <message>
        <source>Promise taken back</source>
        <translation>Promesse retirée</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Escalade</translation>
    </message>
    <message>
        <source>Escalation: %1</source>
        <comment>its state</comment>
        <translation>Escalade : %1</translation>
    </message>
    <message>
        <source>Notification read</source>
        <translation>Notification lue</translation>
    </message>
</context>
<context>
    <name>IntentState</name>
    <message>
        <source>Held, can still be cancelled</source>
        <translation>Retenu, encore annulable</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Envoi en cours</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepté</translation>
    </message>
    <message>
        <source>Accepted, merged</source>
        <translation>Accepté, fusionné</translation>
    </message>
    <message>
        <source>To be looked at again</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
</context>
<context>
    <name>KeyFault</name>
    <message>
        <source>Ctrl+Alt with a character is AltGr on some keyboards, and types.</source>
        <translation>Ctrl+Alt avec un caractère vaut AltGr sur certains claviers, et écrit.</translation>
    </message>
    <message>
        <source>Alt with a letter opens a menu.</source>
        <translation>Alt avec une lettre ouvre un menu.</translation>
    </message>
    <message>
        <source>This key types or edits text, and the action is there where one writes, too.</source>
        <translation>Cette touche écrit ou modifie du texte, et l’action existe aussi là où l’on écrit.</translation>
    </message>
    <message>
        <source>This key leads from row to row, or on to the next field.</source>
        <translation>Cette touche mène d’une ligne à l’autre, ou au champ suivant.</translation>
    </message>
    <message>
        <source>One key only, with Ctrl or Shift where it needs them.</source>
        <translation>Une seule touche, avec Ctrl ou Maj au besoin.</translation>
    </message>
    <message>
        <source>“%1” has this key.</source>
        <translation>« %1 » a déjà cette touche.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>This link does not lead where it says.</source>
        <translation>Ce lien ne mène pas où il le dit.</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>Il dit : %1</translation>
    </message>
    <message>
        <source>It leads to: %1</source>
        <translation>Il mène à : %1</translation>
    </message>
    <message>
        <source>Open all the same</source>
        <translation>Ouvrir quand même</translation>
    </message>
    <message>
        <source>Don’t open</source>
        <translation>Ne pas ouvrir</translation>
    </message>
    <message>
        <source>Written with foreign letters: %1</source>
        <translation>Écrit avec des lettres étrangères : %1</translation>
    </message>
    <message>
        <source>The text says another address.</source>
        <translation>Le texte dit une autre adresse.</translation>
    </message>
    <message>
        <source>Link “%1” to %2</source>
        <translation>Lien « %1 » vers %2</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <translation>Tri : %1</translation>
    </message>
    <message>
        <source>Usual order</source>
        <translation>Ordre habituel</translation>
    </message>
    <message>
        <source>Reverse the order</source>
        <translation>Inverser l’ordre</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filtre : %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Sans catégorie</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Sans équipe</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Autres filtres</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <comment>a value and how many more</comment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a filter and its values</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Effacer tous les filtres</translation>
    </message>
    <message>
        <source>Searched: %1</source>
        <translation>Recherché : %1</translation>
    </message>
    <message>
        <source>Remove it from the search</source>
        <translation>Le retirer de la recherche</translation>
    </message>
    <message>
        <source>Nothing is called so: nothing is found.</source>
        <translation>Rien ne porte ce nom : rien n’est trouvé.</translation>
    </message>
</context>
<context>
    <name>LogInPage</name>
    <message>
        <source>Customer service</source>
        <translation>Service client</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Afficher le mot de passe</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>support.example.com</source>
        <translation>support.example.com</translation>
    </message>
    <message>
        <source>Encrypted copy here, for working offline</source>
        <translation>Données chiffrées sur ce poste, hors ligne aussi</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>No network?</source>
        <translation>Pas de réseau ?</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Travailler hors ligne</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Langue : %1</translation>
    </message>
    <message>
        <source>Data of %1</source>
        <translation>Données de %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Is this your server?</source>
        <translation>Est-ce bien votre serveur ?</translation>
    </message>
    <message>
        <source>Nobody vouches for its certificate. Compare this fingerprint with the one that was printed when the server was set up; go on only if they are the same.</source>
        <translation>Personne ne se porte garant de son certificat. Comparez cette empreinte avec celle affichée à l’installation du serveur ; ne continuez que si elles sont identiques.</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>Elles sont identiques</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>This computer has no keyring</source>
        <translation>Ce poste n’a pas de trousseau</translation>
    </message>
    <message>
        <source>To keep encrypted data here for working offline, choose a passphrase; it is asked for each time and kept nowhere. Without it nothing stays on this computer.</source>
        <translation>Pour garder ici des données chiffrées et travailler hors ligne, choisissez une phrase secrète ; elle est demandée à chaque fois et n’est gardée nulle part. Sans elle, rien ne reste sur ce poste.</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Utiliser cette phrase</translation>
    </message>
    <message>
        <source>Keep nothing here</source>
        <translation>Ne rien garder ici</translation>
    </message>
    <message>
        <source>Your address is missing.</source>
        <translation>Il manque votre adresse.</translation>
    </message>
    <message>
        <source>Your password is missing.</source>
        <translation>Il manque votre mot de passe.</translation>
    </message>
    <message>
        <source>The address of the server is missing.</source>
        <translation>Il manque l’adresse du serveur.</translation>
    </message>
    <message>
        <source>Too many attempts. Try again in %1.</source>
        <translation>Trop de tentatives. Réessayez dans %1.</translation>
    </message>
    <message>
        <source>Your one-time code</source>
        <translation>Votre code à usage unique</translation>
    </message>
    <message>
        <source>Type the six digits that your authenticator shows now. Without it, type one of your recovery codes.</source>
        <translation>Saisissez les six chiffres qu’affiche votre application d’authentification. Si vous ne l’avez pas, saisissez un de vos codes de secours.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Code à usage unique</translation>
    </message>
</context>
<context>
    <name>Macros</name>
    <message>
        <source>“%1” is saved: every colleague has it now.</source>
        <translation>« %1 » est enregistrée : tous les collègues l’ont maintenant.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En service</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu’elle fait</translation>
    </message>
    <message>
        <source>Offered for tickets to which all of this applies</source>
        <translation>Proposée pour les tickets auxquels tout ceci s’applique</translation>
    </message>
    <message>
        <source>Offered to</source>
        <translation>Proposée à</translation>
    </message>
    <message>
        <source>Name in French</source>
        <translation>Nom en français</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Nom en anglais</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>partout</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Place dans la liste</translation>
    </message>
    <message>
        <source>Macros</source>
        <translation>Macros</translation>
    </message>
    <message>
        <source>There is no connection to the server: macros can be looked at, not changed.</source>
        <translation>Pas de connexion au serveur : on peut regarder les macros, non les modifier.</translation>
    </message>
    <message>
        <source>Colleagues apply them with Ctrl+M</source>
        <translation>Les collègues les appliquent par Ctrl+M</translation>
    </message>
    <message>
        <source>A new macro</source>
        <translation>Une nouvelle macro</translation>
    </message>
    <message>
        <source>Macros, in their order</source>
        <translation>Macros, dans leur ordre</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>hors service</translation>
    </message>
    <message>
        <source>unchanged</source>
        <comment>a field of a ticket</comment>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>Writes nothing</source>
        <translation>N’écrit rien</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>none</source>
        <comment>tags</comment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>not</source>
        <comment>a ticket is snoozed</comment>
        <translation>non</translation>
    </message>
    <message>
        <source>Whoever applies it</source>
        <translation>Qui l’applique</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <source>typed after ::</source>
        <translation>tapé après ::</translation>
    </message>
    <message>
        <source>Text modules</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>There is no connection to the server: text modules can be looked at, not changed.</source>
        <translation>Pas de connexion au serveur : on peut regarder les réponses types, non les modifier.</translation>
    </message>
    <message>
        <source>Colleagues insert them with :: and the keyword</source>
        <translation>Les collègues les insèrent par :: et le mot-clé</translation>
    </message>
    <message>
        <source>A new text module</source>
        <translation>Une nouvelle réponse type</translation>
    </message>
    <message>
        <source>Text in French</source>
        <translation>Texte français</translation>
    </message>
    <message>
        <source>Text in English</source>
        <translation>Texte anglais</translation>
    </message>
    <message>
        <source>Insert a value</source>
        <translation>Insérer une valeur</translation>
    </message>
    <message>
        <source>Empty: the other language is used instead.</source>
        <translation>Vide : l’autre langue le remplace.</translation>
    </message>
    <message>
        <source>It reads: %1</source>
        <translation>On lit : %1</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>(inconnu)</translation>
    </message>
    <message>
        <source>me</source>
        <comment>the agent who applies a macro</comment>
        <translation>moi</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Écrire une réponse</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>Écrire une note interne</translation>
    </message>
    <message>
        <source>Set the status</source>
        <translation>Changer le statut</translation>
    </message>
    <message>
        <source>Set the priority</source>
        <translation>Changer la priorité</translation>
    </message>
    <message>
        <source>Set the category</source>
        <translation>Changer la catégorie</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Ajouter une étiquette</translation>
    </message>
    <message>
        <source>Remove a tag</source>
        <translation>Retirer une étiquette</translation>
    </message>
    <message>
        <source>Give it to a team</source>
        <translation>Confier à une équipe</translation>
    </message>
    <message>
        <source>Give it to an agent</source>
        <translation>Confier à un agent</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Mettre en sommeil</translation>
    </message>
    <message>
        <source>while reading</source>
        <translation>en lecture</translation>
    </message>
    <message>
        <source>while replying</source>
        <translation>dans une réponse</translation>
    </message>
    <message>
        <source>in a note</source>
        <translation>dans une note</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Priorité : %1</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Catégorie : %1</translation>
    </message>
    <message>
        <source>Snoozed for %1</source>
        <translation>En sommeil %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Statut : %1</translation>
    </message>
    <message>
        <source>Adds the tag %1</source>
        <translation>Ajoute l’étiquette %1</translation>
    </message>
    <message>
        <source>Removes the tag %1</source>
        <translation>Retire l’étiquette %1</translation>
    </message>
    <message>
        <source>Gives it to %1</source>
        <translation>Confie à %1</translation>
    </message>
    <message>
        <source>Black marks on each page</source>
        <translation>Traces noires sur chaque page</translation>
    </message>
    <message>
        <source>Not known here: %1. Write it in, or delete it: until then nothing is sent.</source>
        <comment>values that a text asks for</comment>
        <translation>Inconnu ici : %1. Complétez ou supprimez : rien ne part avant.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Il manque un nom.</translation>
    </message>
    <message>
        <source>A name has %1 letters at most, a text %2.</source>
        <translation>Un nom a au plus %1 lettres, un texte %2.</translation>
    </message>
    <message>
        <source>The text is missing: write it in one language at least.</source>
        <translation>Le texte manque : écrivez-le dans une langue au moins.</translation>
    </message>
    <message>
        <source>The keyword is missing: it is what one types after ::</source>
        <translation>Le mot-clé manque : c’est ce qu’on tape après ::</translation>
    </message>
    <message>
        <source>The keyword is one word: letters, digits, - and _ only.</source>
        <translation>Le mot-clé est un seul mot : lettres, chiffres, - et _.</translation>
    </message>
    <message>
        <source>Another text module has this keyword.</source>
        <translation>Une autre réponse type a ce mot-clé.</translation>
    </message>
    <message>
        <source>The text asks for a value that does not exist. Choose one of the list.</source>
        <translation>Le texte demande une valeur qui n’existe pas. Choisissez-en une dans la liste.</translation>
    </message>
    <message>
        <source>This team does not exist any more.</source>
        <translation>Cette équipe n’existe plus.</translation>
    </message>
    <message>
        <source>Choose a tag for the step.</source>
        <translation>Choisissez une étiquette pour l’étape.</translation>
    </message>
    <message>
        <source>Choose a category for the step.</source>
        <translation>Choisissez une catégorie pour l’étape.</translation>
    </message>
    <message>
        <source>Choose an agent for the step.</source>
        <translation>Choisissez un agent pour l’étape.</translation>
    </message>
    <message>
        <source>A step or a condition has no value.</source>
        <translation>Une étape ou une condition n’a pas de valeur.</translation>
    </message>
    <message>
        <source>Add a step: the macro does nothing yet.</source>
        <translation>Ajoutez une étape : la macro ne fait encore rien.</translation>
    </message>
    <message>
        <source>A macro has %1 steps at most.</source>
        <translation>Une macro a au plus %1 étapes.</translation>
    </message>
    <message>
        <source>A macro writes a reply or a note, not both.</source>
        <translation>Une macro écrit une réponse ou une note, pas les deux.</translation>
    </message>
    <message>
        <source>Two steps set the same thing.</source>
        <translation>Deux étapes changent la même chose.</translation>
    </message>
    <message>
        <source>When it is sent:</source>
        <translation>À l’envoi :</translation>
    </message>
    <message>
        <source>Delete takes it away</source>
        <translation>Suppr l’enlève</translation>
    </message>
    <message>
        <source>%1. Delete takes it away.</source>
        <translation>%1. Suppr l’enlève.</translation>
    </message>
</context>
<context>
    <name>MailStep</name>
    <message>
        <source>Incoming: name</source>
        <translation>Réception : nom</translation>
    </message>
    <message>
        <source>Incoming: connection</source>
        <translation>Réception : connexion</translation>
    </message>
    <message>
        <source>Incoming: encryption</source>
        <translation>Réception : chiffrement</translation>
    </message>
    <message>
        <source>Incoming: log-in</source>
        <translation>Réception : identification</translation>
    </message>
    <message>
        <source>Incoming: folder</source>
        <translation>Réception : dossier</translation>
    </message>
    <message>
        <source>Outgoing: name</source>
        <translation>Envoi : nom</translation>
    </message>
    <message>
        <source>Outgoing: connection</source>
        <translation>Envoi : connexion</translation>
    </message>
    <message>
        <source>Outgoing: encryption</source>
        <translation>Envoi : chiffrement</translation>
    </message>
    <message>
        <source>Outgoing: log-in</source>
        <translation>Envoi : identification</translation>
    </message>
    <message>
        <source>Outgoing: sender</source>
        <translation>Envoi : expéditeur</translation>
    </message>
</context>
<context>
    <name>MailTrouble</name>
    <message>
        <source>not tried</source>
        <translation>non essayé</translation>
    </message>
    <message>
        <source>works</source>
        <translation>fonctionne</translation>
    </message>
    <message>
        <source>unknown name</source>
        <translation>nom inconnu</translation>
    </message>
    <message>
        <source>nobody answers</source>
        <translation>personne ne répond</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>pas de réponse à temps</translation>
    </message>
    <message>
        <source>connection closed</source>
        <translation>connexion fermée</translation>
    </message>
    <message>
        <source>another service answers</source>
        <translation>un autre service répond</translation>
    </message>
    <message>
        <source>STARTTLS not offered</source>
        <translation>STARTTLS non proposé</translation>
    </message>
    <message>
        <source>unknown certificate</source>
        <translation>certificat inconnu</translation>
    </message>
    <message>
        <source>expired certificate</source>
        <translation>certificat expiré</translation>
    </message>
    <message>
        <source>certificate of another name</source>
        <translation>certificat d’un autre nom</translation>
    </message>
    <message>
        <source>the line is not encrypted</source>
        <translation>la ligne n’est pas chiffrée</translation>
    </message>
    <message>
        <source>wrong user or password</source>
        <translation>identifiant ou mot de passe incorrect</translation>
    </message>
    <message>
        <source>application password needed</source>
        <translation>mot de passe d’application nécessaire</translation>
    </message>
    <message>
        <source>log-in not offered</source>
        <translation>identification non proposée</translation>
    </message>
    <message>
        <source>no such folder</source>
        <translation>dossier introuvable</translation>
    </message>
    <message>
        <source>sender refused</source>
        <translation>expéditeur refusé</translation>
    </message>
    <message>
        <source>the mailbox is full</source>
        <translation>la boîte est pleine</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>indisponible pour l’instant</translation>
    </message>
    <message>
        <source>mails left at the provider</source>
        <translation>des mails restent chez le fournisseur</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>No server has this name. Check the spelling with the provider&apos;s help pages.</source>
        <translation>Aucun serveur ne porte ce nom. Vérifiez l’orthographe dans l’aide du fournisseur.</translation>
    </message>
    <message>
        <source>There is no mail server at this name and port. Check the port; a firewall may be in between.</source>
        <translation>Il n’y a pas de serveur de messagerie à ce nom et à ce port. Vérifiez le port ; un pare-feu peut faire obstacle.</translation>
    </message>
    <message>
        <source>The server took too long. Check the port and the encryption, or try again later.</source>
        <translation>Le serveur a trop tardé. Vérifiez le port et le chiffrement, ou réessayez plus tard.</translation>
    </message>
    <message>
        <source>The server ended the conversation. Try again later, or ask the provider.</source>
        <translation>Le serveur a mis fin à la conversation. Réessayez plus tard ou interrogez le fournisseur.</translation>
    </message>
    <message>
        <source>What answers is not what was expected. Check the port, and whether it goes with the encryption: 993 and 465 with TLS, 143 and 587 with STARTTLS.</source>
        <translation>Ce qui répond n’est pas ce qui était attendu. Vérifiez que le port va avec le chiffrement : 993 et 465 avec TLS, 143 et 587 avec STARTTLS.</translation>
    </message>
    <message>
        <source>The server offers no encryption on this port. Choose TLS and its port.</source>
        <translation>Le serveur ne propose pas de chiffrement sur ce port. Choisissez TLS et son port.</translation>
    </message>
    <message>
        <source>Nobody known vouches for this server. Ask the provider before trusting it: its certificate has to be installed on the machine of the Akwaba server.</source>
        <translation>Aucune autorité connue ne répond de ce serveur. Interrogez le fournisseur avant de lui faire confiance : son certificat doit être installé sur la machine du serveur Akwaba.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is out of date. Only the provider can renew it.</source>
        <translation>Le certificat du serveur est périmé. Seul le fournisseur peut le renouveler.</translation>
    </message>
    <message>
        <source>The certificate is that of another server. Use the name that stands in it.</source>
        <translation>Le certificat est celui d’un autre serveur. Utilisez le nom qui y figure.</translation>
    </message>
    <message>
        <source>The password would be readable on the way. Choose TLS or STARTTLS.</source>
        <translation>Le mot de passe serait lisible en chemin. Choisissez TLS ou STARTTLS.</translation>
    </message>
    <message>
        <source>The server refuses this user and password. The user is often the whole address; some providers want IMAP to be allowed in the settings of the account first.</source>
        <translation>Le serveur refuse cet identifiant et ce mot de passe. L’identifiant est souvent l’adresse entière ; certains fournisseurs demandent d’abord d’autoriser IMAP dans les réglages du compte.</translation>
    </message>
    <message>
        <source>This provider wants a password made for this application alone. It is made in the security settings of the account, once two-step verification is on.</source>
        <translation>Ce fournisseur demande un mot de passe réservé à cette application. Il se crée dans les réglages de sécurité du compte, une fois la validation en deux étapes activée.</translation>
    </message>
    <message>
        <source>The server takes no user and password here. Check the port; some providers want a token, which is set up in the configuration file of the server.</source>
        <translation>Le serveur n’accepte ici ni identifiant ni mot de passe. Vérifiez le port ; certains fournisseurs demandent un jeton, qui se règle dans le fichier de configuration du serveur.</translation>
    </message>
    <message>
        <source>The account has no folder of this name. The folder of new mail is INBOX.</source>
        <translation>Le compte n’a pas de dossier de ce nom. Le dossier des nouveaux mails est INBOX.</translation>
    </message>
    <message>
        <source>The server does not let this user send from this address.</source>
        <translation>Le serveur ne laisse pas cet utilisateur envoyer depuis cette adresse.</translation>
    </message>
    <message>
        <source>There is no room at the provider: mails of customers are sent back. Delete old ones there.</source>
        <translation>Il n’y a plus de place chez le fournisseur : les mails des clients sont renvoyés. Supprimez-y d’anciens mails.</translation>
    </message>
    <message>
        <source>The server asks to come back later. Nothing has to be changed.</source>
        <translation>Le serveur demande de revenir plus tard. Il n’y a rien à changer.</translation>
    </message>
    <message>
        <source>Some mails are too large or damaged. They stay unread at the provider, where they can be read.</source>
        <translation>Certains mails sont trop grands ou abîmés. Ils restent non lus chez le fournisseur, où on peut les lire.</translation>
    </message>
    <message>
        <source>The server refuses and does not say why. The log of the Akwaba server has more.</source>
        <translation>Le serveur refuse sans dire pourquoi. Le journal du serveur Akwaba en dit plus.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
</context>
<context>
    <name>MailWizard</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Fournisseur</translation>
    </message>
    <message>
        <source>Another provider</source>
        <translation>Autre fournisseur</translation>
    </message>
    <message>
        <source>Name and address</source>
        <translation>Nom et adresse</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Incoming mail (IMAP)</source>
        <translation>Réception (IMAP)</translation>
    </message>
    <message>
        <source>Outgoing mail (SMTP)</source>
        <translation>Envoi (SMTP)</translation>
    </message>
    <message>
        <source>an application password</source>
        <translation>un mot de passe d’application</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>No team: everybody sees the tickets</source>
        <translation>Aucune équipe : tous voient les tickets</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Leave out mails that are older than</source>
        <translation>Laisser les mails antérieurs au</translation>
    </message>
    <message>
        <source>Copy replies into the folder of sent mail</source>
        <translation>Copier les réponses dans le dossier des mails envoyés</translation>
    </message>
    <message>
        <source>Team and first day</source>
        <translation>Équipe et premier jour</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Tester à nouveau</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>Étapes du test</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>The server is trying it out. This may take a minute.</source>
        <translation>Le serveur fait l’essai. Cela peut prendre une minute.</translation>
    </message>
    <message>
        <source>SHA-256 of the certificate: %1</source>
        <translation>SHA-256 du certificat : %1</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Tout fonctionne.</translation>
    </message>
    <message>
        <source>Another team has this address already.</source>
        <translation>Une autre équipe a déjà cette adresse.</translation>
    </message>
    <message>
        <source>The server can&apos;t make sense of this. Check each page.</source>
        <translation>Le serveur ne comprend pas ces réglages. Vérifiez chaque page.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>New mailbox</source>
        <translation>Nouvelle boîte mail</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Étape %1 sur %2</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
</context>
<context>
    <name>Mailboxes</name>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Boîtes mail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>%1, by the configuration file</source>
        <translation>%1, par le fichier de configuration</translation>
    </message>
    <message>
        <source>Remove a mailbox</source>
        <translation>Supprimer une boîte mail</translation>
    </message>
    <message>
        <source>Remove “%1”? Its tickets stay, and so do its mails at the provider.</source>
        <translation>Supprimer « %1 » ? Ses tickets restent, et ses mails restent chez le fournisseur.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>It is set up in the configuration file of the server.</source>
        <translation>Elle est réglée dans le fichier de configuration du serveur.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>No. %1</source>
        <translation>n° %1</translation>
    </message>
    <message>
        <source>Offline, data of %1. Reading, searching and writing work.</source>
        <translation>Hors ligne, données de %1. Lecture, recherche et rédaction fonctionnent.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>&amp;Ticket</translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Administration</source>
        <translation>Ad&amp;ministration</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>joined because it answers a mail of this conversation</source>
        <translation>rattaché parce qu’il répond à un e-mail de cette conversation</translation>
    </message>
    <message>
        <source>joined because it was sent to the ticket’s address</source>
        <translation>rattaché parce qu’il a été envoyé à l’adresse du ticket</translation>
    </message>
    <message>
        <source>joined because its subject has the number and its sender is known</source>
        <translation>rattaché parce que son objet porte le numéro et que l’expéditeur est connu</translation>
    </message>
    <message>
        <source>kept here because its sender opened too many tickets</source>
        <translation>gardé ici parce que son expéditeur a ouvert trop de tickets</translation>
    </message>
</context>
<context>
    <name>MessageKind</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
</context>
<context>
    <name>Moment</name>
    <message>
        <source>&amp;Another moment</source>
        <translation>Un a&amp;utre moment</translation>
    </message>
    <message>
        <source>Choose a moment that is still to come.</source>
        <translation>Choisissez un moment à venir.</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>Jour et heure</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>NewTicket</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Reached at</source>
        <translation>Coordonnées</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Ce qui a été dit</translation>
    </message>
    <message>
        <source>What the customer wrote</source>
        <translation>Ce que le client a écrit</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Written at</source>
        <translation>Écrit le</translation>
    </message>
    <message>
        <source>Link to the message</source>
        <translation>Lien vers le message</translation>
    </message>
    <message>
        <source>Record a social message</source>
        <translation>Saisir un message de réseau social</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>M’attribuer le ticket</translation>
    </message>
    <message>
        <source>Create the ticket</source>
        <translation>Créer le ticket</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Phone, e-mail address or name on the network</source>
        <translation>Téléphone, e-mail ou nom sur le réseau</translation>
    </message>
    <message>
        <source>Customer, subject and text are needed.</source>
        <translation>Il faut un client, un objet et un texte.</translation>
    </message>
    <message>
        <source>Record a call</source>
        <translation>Saisir un appel</translation>
    </message>
</context>
<context>
    <name>NotSentTray</name>
    <message>
        <source>Not sent</source>
        <translation>Non envoyés</translation>
    </message>
    <message>
        <source>Nothing was refused</source>
        <translation>Rien n’a été refusé</translation>
    </message>
    <message>
        <source>What the server refuses is kept here with its text.</source>
        <translation>Ce que le serveur refuse est gardé ici avec son texte.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>A ticket that is not here</source>
        <translation>Un ticket absent d’ici</translation>
    </message>
    <message>
        <source>%1: %2 still late, since %3</source>
        <comment>number, target, time</comment>
        <translation>%1 : %2 toujours en retard, depuis %3</translation>
    </message>
    <message>
        <source>%1: %2 late since %3</source>
        <comment>number, target, time</comment>
        <translation>%1 : %2 en retard depuis %3</translation>
    </message>
    <message>
        <source>%1: %2 due in %3</source>
        <comment>number, target, minutes</comment>
        <translation>%1 : %2, échéance dans %3</translation>
    </message>
    <message>
        <source>%1: %2 due %3</source>
        <comment>number, target, time</comment>
        <translation>%1 : %2, échéance %3</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets at risk</source>
        <translation>
            <numerusform>%n ticket à risque</numerusform>
            <numerusform>%n tickets à risque</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets late</source>
        <translation>
            <numerusform>%n ticket en retard</numerusform>
            <numerusform>%n tickets en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets still late</source>
        <translation>
            <numerusform>%n ticket toujours en retard</numerusform>
            <numerusform>%n tickets toujours en retard</numerusform>
        </translation>
    </message>
    <message>
        <source>First %1</source>
        <comment>the most urgent of several</comment>
        <translation>D’abord %1</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n new notifications</source>
        <translation>
            <numerusform>%n nouvelle notification</numerusform>
            <numerusform>%n nouvelles notifications</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Nothing to tell</source>
        <translation>Rien à signaler</translation>
    </message>
    <message>
        <source>You hear here of tickets that are about to be late.</source>
        <translation>Les tickets bientôt en retard sont annoncés ici.</translation>
    </message>
    <message>
        <source>Unread: %1</source>
        <translation>Non lue : %1</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>Delivered %1</source>
        <translation>Livrée le %1</translation>
    </message>
    <message>
        <source>%1, ordered %2</source>
        <comment>the state of an order, and when it was placed</comment>
        <translation>%1, commande du %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>how many of what</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>OrderState</name>
    <message>
        <source>Placed</source>
        <translation>Enregistrée</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payée</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Expédiée</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Livrée</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Retournée</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Remboursée</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>waiting for its attachments</source>
        <translation>en attente des pièces jointes</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>envoi en cours</translation>
    </message>
    <message>
        <source>sent, answer not yet received</source>
        <translation>envoyé, pas encore confirmé</translation>
    </message>
    <message>
        <source>about to be sent</source>
        <translation>envoi imminent</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>en attente du réseau</translation>
    </message>
    <message>
        <source>number pending</source>
        <translation>n° en attente</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>n° %1</translation>
    </message>
    <message>
        <source>Not yet sent</source>
        <translation>Pas encore envoyé</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refusé</numerusform>
            <numerusform>%n refusés</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything has reached the server.</source>
        <translation>Tout est arrivé au serveur.</translation>
    </message>
    <message>
        <source>Kept on this computer until the server has accepted it.</source>
        <translation>Gardé sur ce poste jusqu’à l’accord du serveur.</translation>
    </message>
    <message>
        <source>Kept on this computer. It is sent by itself in this order when the network is back, with 10 s to undo.</source>
        <translation>Gardé sur ce poste. L’envoi part seul au retour du réseau, dans cet ordre, avec 10 s pour annuler.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>already taken by %1 at %2</source>
        <comment>a colleague, and when</comment>
        <translation>prise en charge par %1 à %2</translation>
    </message>
    <message>
        <source>already taken by %1</source>
        <translation>prise en charge par %1</translation>
    </message>
    <message>
        <source>Without a ticket</source>
        <translation>Sans ticket</translation>
    </message>
</context>
<context>
    <name>OutboxBadge</name>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n non envoyé</numerusform>
            <numerusform>%n non envoyés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>accepted, merged</source>
        <translation>accepté, fusionné</translation>
    </message>
    <message>
        <source>to be looked at again</source>
        <translation>à revoir</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqué</translation>
    </message>
    <message>
        <source>to be sent again</source>
        <translation>à renvoyer</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what the server decided, and why</comment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search or do…</source>
        <translation>Rechercher ou exécuter…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Nothing is called so, and no ticket and no customer has these words.</source>
        <translation>Rien ne porte ce nom, et aucun ticket ni client ne contient ces mots.</translation>
    </message>
    <message>
        <source>Palette: ↑ ↓ choose, Enter does it, Esc closes</source>
        <translation>Palette : ↑ ↓ choisir, Entrée exécuter, Échap fermer</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Macros</source>
        <translation>Macros</translation>
    </message>
</context>
<context>
    <name>PasswordFlaw</name>
    <message>
        <source>The password is too short: it needs at least %1 characters.</source>
        <translation>Le mot de passe est trop court : il faut au moins %1 caractères.</translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>Le mot de passe est trop long.</translation>
    </message>
    <message>
        <source>Too many people use this password. Put some words together that only you know.</source>
        <translation>Trop de gens utilisent ce mot de passe. Assemblez quelques mots que personne d’autre ne devinera.</translation>
    </message>
    <message>
        <source>The password contains your name or your address.</source>
        <translation>Le mot de passe contient votre nom ou votre adresse.</translation>
    </message>
</context>
<context>
    <name>PaymentMeans</name>
    <message>
        <source>Card</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>PayPal</source>
        <translation>PayPal</translation>
    </message>
    <message>
        <source>Paid offline</source>
        <translation>Payé hors ligne</translation>
    </message>
</context>
<context>
    <name>Policies</name>
    <message>
        <source>any</source>
        <comment>no condition on a field</comment>
        <translation>indifférent</translation>
    </message>
    <message>
        <source>(none)</source>
        <comment>no category, no tag</comment>
        <translation>(aucune)</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Complexity</source>
        <translation>Complexité</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Product family</source>
        <translation>Famille de produit</translation>
    </message>
    <message>
        <source>Several are separated by commas</source>
        <translation>Plusieurs se séparent par des virgules</translation>
    </message>
    <message>
        <source>Customer tier</source>
        <translation>Niveau du client</translation>
    </message>
    <message>
        <source>And: %1</source>
        <comment>more conditions</comment>
        <translation>Et : %1</translation>
    </message>
    <message>
        <source>Service policies</source>
        <translation>Politiques de service</translation>
    </message>
    <message>
        <source>There is no connection to the server: policies can be looked at, not changed.</source>
        <translation>Pas de connexion au serveur : les politiques se consultent, mais ne se modifient pas.</translation>
    </message>
    <message>
        <source>The first policy that fits a ticket counts</source>
        <translation>La première politique qui convient à un ticket compte</translation>
    </message>
    <message>
        <source>Policies, in their order</source>
        <translation>Politiques, dans leur ordre</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Open tickets</source>
        <translation>Tickets ouverts</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Earlier in the order (Alt+Up)</source>
        <translation>Plus tôt dans l’ordre (Alt+Haut)</translation>
    </message>
    <message>
        <source>Later in the order (Alt+Down)</source>
        <translation>Plus tard dans l’ordre (Alt+Bas)</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>Nouvelle politique</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>hors service</translation>
    </message>
    <message>
        <source>A new policy</source>
        <translation>Nouvelle politique</translation>
    </message>
    <message numerus="yes">
        <source>%n policy(ies) changed: due dates are moving.</source>
        <translation>
            <numerusform>%n politique changée : les échéances se déplacent.</numerusform>
            <numerusform>%n politiques changées : les échéances se déplacent.</numerusform>
        </translation>
    </message>
    <message>
        <source>The resolution also waits for third parties</source>
        <translation>La résolution attend aussi les tiers</translation>
    </message>
    <message>
        <source>Judges only what was received from</source>
        <translation>Ne juge que ce qui est reçu à partir du</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En service</translation>
    </message>
    <message>
        <source>For tickets to which all of this applies</source>
        <translation>Pour les tickets qui répondent à toutes ces conditions</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Promis</translation>
    </message>
    <message>
        <source>Name in French</source>
        <translation>Nom en français</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Nom en anglais</translation>
    </message>
    <message>
        <source> %</source>
        <comment>a percentage</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Received from</source>
        <translation>Reçu à partir du</translation>
    </message>
    <message>
        <source>Alerts at (%)</source>
        <translation>Alertes à (%)</translation>
    </message>
    <message>
        <source>Resolution once opened again</source>
        <translation>Résolution après réouverture</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>jours ouvrés</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>promis</translation>
    </message>
    <message>
        <source>length</source>
        <translation>durée</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unité</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>calendrier</translation>
    </message>
    <message>
        <source>Around the clock, without a calendar</source>
        <translation>Jour et nuit, sans calendrier</translation>
    </message>
    <message>
        <source>is none of</source>
        <comment>these values</comment>
        <translation>autre que</translation>
    </message>
    <message>
        <source>is one of</source>
        <comment>these values</comment>
        <translation>parmi</translation>
    </message>
    <message>
        <source>Change to “%1”</source>
        <comment>is one of, is none of</comment>
        <translation>Changer en « %1 »</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Show the initials of agents in lists</source>
        <translation>Afficher les initiales des agents dans les listes</translation>
    </message>
    <message>
        <source>Letter of the channel beside its icon</source>
        <translation>Lettre du canal à côté de son icône</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>As the system has them, or always the same</source>
        <translation>Suit le système ou reste fixe</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densité</translation>
    </message>
    <message>
        <source>How tall the rows of lists are</source>
        <translation>Hauteur des lignes des listes</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>80 to 200 %</source>
        <translation>De 80 à 200 %</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation>Confort</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compacte</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Aérée</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Of the console; customers are written to in theirs</source>
        <translation>Celle de la console ; on écrit aux clients dans la leur</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formats</translation>
    </message>
    <message>
        <source>They follow the language</source>
        <translation>Ils suivent la langue</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Chercher un réglage</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Counts at once, kept on this computer</source>
        <translation>Appliqué aussitôt, enregistré sur cet ordinateur</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>What stands on this page as it was at first</source>
        <translation>Remet cette page comme au début</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet appareil</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Équipes</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>An administrator changes what stands here.</source>
        <translation>Un administrateur modifie ce qui figure ici.</translation>
    </message>
    <message>
        <source>Everything that you may see</source>
        <translation>Tout ce que vous pouvez voir</translation>
    </message>
    <message numerus="yes">
        <source>Closed tickets of the last %n days, and all others</source>
        <translation>
            <numerusform>Les tickets clos du dernier jour, et tous les autres</numerusform>
            <numerusform>Les tickets clos des %n derniers jours, et tous les autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Data as of</source>
        <translation>Données du</translation>
    </message>
    <message>
        <source>Kept here</source>
        <translation>Conservé ici</translation>
    </message>
    <message>
        <source>What is kept here is encrypted, and is read and searched offline.</source>
        <translation>Ce qui est conservé ici est chiffré, et se lit et se cherche hors ligne.</translation>
    </message>
    <message>
        <source>Free software under the GNU GPL, version 3 or later.</source>
        <translation>Logiciel libre sous licence GNU GPL, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation>Aucun raccourci</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Comme au début</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Raccourci</translation>
    </message>
    <message>
        <source>Shortcut of “%1”</source>
        <translation>Raccourci de « %1 »</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>%1 is replying</source>
        <translation>%1 répond</translation>
    </message>
    <message>
        <source>%1 is viewing</source>
        <translation>%1 consulte</translation>
    </message>
</context>
<context>
    <name>Priority</name>
    <message>
        <source>Low</source>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
</context>
<context>
    <name>ProductKind</name>
    <message>
        <source>Toner</source>
        <translation>Toner</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Imprimante</translation>
    </message>
    <message>
        <source>Accessory</source>
        <translation>Accessoire</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>a colleague has answered since</source>
        <translation>un collègue a répondu entre-temps</translation>
    </message>
    <message>
        <source>the customer has written since</source>
        <translation>le client a écrit entre-temps</translation>
    </message>
    <message>
        <source>a colleague has taken it</source>
        <translation>un collègue l’a pris</translation>
    </message>
    <message>
        <source>the status has changed since</source>
        <translation>le statut a changé entre-temps</translation>
    </message>
    <message>
        <source>a colleague has changed it since</source>
        <translation>un collègue l’a modifié entre-temps</translation>
    </message>
    <message>
        <source>it no longer exists</source>
        <translation>cela n’existe plus</translation>
    </message>
    <message>
        <source>you may not do this</source>
        <translation>vous n’en avez pas le droit</translation>
    </message>
    <message>
        <source>it exists already</source>
        <translation>cela existe déjà</translation>
    </message>
    <message>
        <source>it has been deleted</source>
        <translation>cela a été supprimé</translation>
    </message>
    <message>
        <source>the server could not process it</source>
        <translation>le serveur n’a pas pu le traiter</translation>
    </message>
    <message>
        <source>the server does not accept what it says</source>
        <translation>le serveur n’en accepte pas le contenu</translation>
    </message>
    <message>
        <source>the server is too old for it</source>
        <translation>le serveur est trop ancien pour cela</translation>
    </message>
    <message>
        <source>it was too late</source>
        <translation>c’était trop tard</translation>
    </message>
    <message>
        <source>something before it was refused</source>
        <translation>une action précédente a été refusée</translation>
    </message>
    <message>
        <source>the data have been erased</source>
        <translation>les données ont été effacées</translation>
    </message>
    <message>
        <source>it is sent again under another number</source>
        <translation>l’envoi est refait sous un autre numéro</translation>
    </message>
    <message>
        <source>the ticket has an open escalation of this kind</source>
        <translation>une escalade de ce type est déjà ouverte</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Superviseur</translation>
    </message>
    <message>
        <source>FAQ editor</source>
        <translation>Rédacteur FAQ</translation>
    </message>
    <message>
        <source>Privacy officer</source>
        <translation>Délégué aux données</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Only from</source>
        <translation>Seulement à partir du</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Everybody reads it in “Why this due date?”</source>
        <translation>Chacun la lit dans « Pourquoi cette échéance ? »</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>Compte à partir du</translation>
    </message>
    <message>
        <source>Reason of the change</source>
        <translation>Raison du changement</translation>
    </message>
    <message>
        <source>What you changed here has not been applied. Throw it away?</source>
        <translation>Ce que vous avez changé ici n’est pas appliqué. L’abandonner ?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>%1: counts from %2</source>
        <comment>a rule and a moment</comment>
        <translation>%1 : compte à partir de %2</translation>
    </message>
    <message>
        <source>If it is applied</source>
        <translation>Si c’est appliqué</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Tel que cela compte maintenant</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Rien n’a été changé.</translation>
    </message>
    <message>
        <source>What it would move can be told with a connection only.</source>
        <translation>Ce que cela déplacerait ne peut se dire qu’avec une connexion.</translation>
    </message>
    <message>
        <source>The name is needed in French and in English.</source>
        <translation>Le nom est nécessaire en français et en anglais.</translation>
    </message>
    <message>
        <source>A name and a reason have %1 letters at most.</source>
        <translation>Un nom et une raison ont %1 lettres au plus.</translation>
    </message>
    <message>
        <source>Say why: everybody reads it in “Why this due date?”.</source>
        <translation>Dites pourquoi : chacun le lit dans « Pourquoi cette échéance ? ».</translation>
    </message>
    <message>
        <source>It can count from now on, or from later on, but not before.</source>
        <translation>Cela peut compter dès maintenant ou plus tard, mais pas avant.</translation>
    </message>
    <message>
        <source>Nobody knows this time zone. Choose one of the list.</source>
        <translation>Ce fuseau horaire est inconnu. Choisissez-en un dans la liste.</translation>
    </message>
    <message>
        <source>There is no opening hour in the week: nothing would ever be due.</source>
        <translation>La semaine n’a aucune heure d’ouverture : rien n’arriverait jamais à échéance.</translation>
    </message>
    <message>
        <source>Two stretches of a day overlap.</source>
        <translation>Deux plages d’un même jour se chevauchent.</translation>
    </message>
    <message>
        <source>There are hours that no day has.</source>
        <translation>Il y a des heures qui n’existent pas.</translation>
    </message>
    <message>
        <source>A day stands twice among the exceptions.</source>
        <translation>Un jour figure deux fois parmi les exceptions.</translation>
    </message>
    <message>
        <source>A policy or an escalation path counts on this calendar. Give it another one first.</source>
        <translation>Une politique ou un circuit d’escalade compte avec ce calendrier. Donnez-lui-en d’abord un autre.</translation>
    </message>
    <message>
        <source>Promise at least one thing.</source>
        <translation>Promettez au moins une chose.</translation>
    </message>
    <message>
        <source>The same thing is promised twice.</source>
        <translation>La même chose est promise deux fois.</translation>
    </message>
    <message>
        <source>A promised time is missing.</source>
        <translation>Il manque une durée promise.</translation>
    </message>
    <message>
        <source>A promised time has %1 days at most.</source>
        <translation>Une durée promise a %1 jours au plus.</translation>
    </message>
    <message>
        <source>A promise needs a calendar that is in use.</source>
        <translation>Une promesse demande un calendrier en service.</translation>
    </message>
    <message>
        <source>Alerts rise, from 1 to 99 %.</source>
        <translation>Les alertes vont en croissant, de 1 à 99 %.</translation>
    </message>
    <message>
        <source>A condition asks for something that this program does not know.</source>
        <translation>Une condition porte sur quelque chose que ce programme ne connaît pas.</translation>
    </message>
    <message>
        <source>A condition has no value.</source>
        <translation>Une condition n’a pas de valeur.</translation>
    </message>
    <message>
        <source>The last policy has to take every ticket: it has no condition, and stays the last.</source>
        <translation>La dernière politique doit prendre tous les tickets : elle n’a pas de condition et reste la dernière.</translation>
    </message>
    <message>
        <source>A colleague has changed the order meanwhile. Look at it again.</source>
        <translation>Un collègue a changé l’ordre entre-temps. Regardez-le de nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln due date(s) move</source>
        <translation>
            <numerusform>%Ln échéance se déplace</numerusform>
            <numerusform>%Ln échéances se déplacent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln begin</source>
        <comment>due dates that nobody had promised</comment>
        <translation>
            <numerusform>%Ln apparaît</numerusform>
            <numerusform>%Ln apparaissent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln end</source>
        <comment>due dates</comment>
        <translation>
            <numerusform>%Ln disparaît</numerusform>
            <numerusform>%Ln disparaissent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln become late</source>
        <translation>
            <numerusform>%Ln passe en retard</numerusform>
            <numerusform>%Ln passent en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are no longer late</source>
        <translation>
            <numerusform>%Ln n’est plus en retard</numerusform>
            <numerusform>%Ln ne sont plus en retard</numerusform>
        </translation>
    </message>
    <message>
        <source>No due date moves</source>
        <translation>Aucune échéance ne se déplace</translation>
    </message>
    <message numerus="yes">
        <source>Counted on %Ln open clock(s) of all tickets. Nothing has been changed yet.</source>
        <translation>
            <numerusform>Calculé sur %Ln échéance ouverte de tous les tickets. Rien n’est encore changé.</numerusform>
            <numerusform>Calculé sur %Ln échéances ouvertes de tous les tickets. Rien n’est encore changé.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” fits none of the open tickets.</source>
        <translation>« %1 » ne convient à aucun ticket ouvert.</translation>
    </message>
    <message>
        <source>“%1” fits every open ticket: the policies after it take none.</source>
        <translation>« %1 » convient à tous les tickets ouverts : les politiques qui suivent n’en prennent aucun.</translation>
    </message>
    <message>
        <source>“%1” takes none: the policies before it take all that fit.</source>
        <translation>« %1 » n’en prend aucun : les politiques qui précèdent prennent tous ceux qui conviennent.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” and “%2” fit %Ln same open ticket(s): the first one counts.</source>
        <translation>
            <numerusform>« %1 » et « %2 » conviennent à %Ln même ticket ouvert : la première compte.</numerusform>
            <numerusform>« %1 » et « %2 » conviennent à %Ln mêmes tickets ouverts : la première compte.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can fit the same tickets as %1: the first one counts.</source>
        <comment>names of policies</comment>
        <translation>Elle peut convenir aux mêmes tickets que %1 : la première compte.</translation>
    </message>
    <message>
        <source>There is no open ticket now.</source>
        <translation>Aucun ticket n’est ouvert.</translation>
    </message>
    <message numerus="yes">
        <source>It takes %1 of %Ln open ticket(s)</source>
        <translation>
            <numerusform>Elle prend %1 ticket ouvert sur %Ln</numerusform>
            <numerusform>Elle prend %1 des %Ln tickets ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a count and the numbers of tickets</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>A colleague has changed this meanwhile. What you typed is still here: compare, then apply again.</source>
        <translation>Un collègue l’a changé entre-temps. Ce que vous avez saisi est encore là : comparez, puis appliquez de nouveau.</translation>
    </message>
    <message>
        <source>The server can&apos;t make sense of this. Check each field.</source>
        <translation>Le serveur ne comprend pas ces données. Vérifiez chaque champ.</translation>
    </message>
    <message>
        <source>If it counted from now on</source>
        <translation>Si cela comptait dès maintenant</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the attachment</source>
        <translation>Enregistrer la pièce jointe</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>me</source>
        <translation>moi</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>n° %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an operator and its value</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>sans %1</translation>
    </message>
    <message>
        <source>%1 (unknown)</source>
        <comment>a value of a filter</comment>
        <translation>%1 (inconnu)</translation>
    </message>
</context>
<context>
    <name>SearchOperator</name>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>agent</translation>
    </message>
    <message>
        <source>team</source>
        <translation>équipe</translation>
    </message>
    <message>
        <source>status</source>
        <translation>statut</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priorité</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>canal</translation>
    </message>
    <message>
        <source>category</source>
        <translation>catégorie</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>étiquette</translation>
    </message>
    <message>
        <source>language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>after</source>
        <translation>après</translation>
    </message>
</context>
<context>
    <name>Send</name>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send and leave open</source>
        <translation>Envoyer et laisser ouvert</translation>
    </message>
    <message>
        <source>Send and set waiting for customer</source>
        <translation>Envoyer et mettre en attente client</translation>
    </message>
    <message>
        <source>Send and set waiting for third party</source>
        <translation>Envoyer et mettre en attente tiers</translation>
    </message>
    <message>
        <source>Send and resolve</source>
        <translation>Envoyer et résoudre</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>My views</source>
        <translation>Mes vues</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>Escalades</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Espaces</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>Escalation board</source>
        <translation>Vue par niveau</translation>
    </message>
</context>
<context>
    <name>Size</name>
    <message>
        <source>%1 B</source>
        <translation>%1 o</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 ko</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 Mo</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 Go</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>next, previous</source>
        <translation>suivant, précédent</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>répondre</translation>
    </message>
    <message>
        <source>shortcuts</source>
        <translation>raccourcis</translation>
    </message>
</context>
<context>
    <name>Supervision</name>
    <message>
        <source>Supervision</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>Offline.</source>
        <translation>Hors ligne.</translation>
    </message>
    <message>
        <source>%1 Figures of %2.</source>
        <comment>what is wrong, a moment</comment>
        <translation>%1 Chiffres de %2.</translation>
    </message>
    <message>
        <source>%1 Figures come from the server.</source>
        <comment>what is wrong</comment>
        <translation>%1 Les chiffres viennent du serveur.</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Open tickets</source>
        <translation>Tickets ouverts</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Waiting since</source>
        <translation>Attend depuis</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message numerus="yes">
        <source>%n due in the next opening hours, as a chart</source>
        <translation>
            <numerusform>%n échéance dans les prochaines heures d’ouverture, en graphique</numerusform>
            <numerusform>%n échéances dans les prochaines heures d’ouverture, en graphique</numerusform>
        </translation>
    </message>
    <message>
        <source>No opening hours are set up.</source>
        <translation>Aucune heure d’ouverture n’est réglée.</translation>
    </message>
    <message>
        <source>%1: as a chart</source>
        <translation>%1 : en graphique</translation>
    </message>
    <message>
        <source>%1: as a table</source>
        <translation>%1 : en tableau</translation>
    </message>
    <message>
        <source>oldest: since %1</source>
        <translation>le plus ancien : %1</translation>
    </message>
    <message>
        <source>nothing is late</source>
        <translation>rien en retard</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>À risque</translation>
    </message>
    <message numerus="yes">
        <source>%n without a draft</source>
        <translation>
            <numerusform>%n sans brouillon</numerusform>
            <numerusform>%n sans brouillon</numerusform>
        </translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Non attribués</translation>
    </message>
    <message>
        <source>waiting since %1</source>
        <translation>attend depuis %1</translation>
    </message>
    <message>
        <source>Without first response</source>
        <translation>Sans première réponse</translation>
    </message>
    <message>
        <source>next is due %1</source>
        <translation>prochaine échéance %1</translation>
    </message>
    <message>
        <source>Open escalations</source>
        <translation>Escalades ouvertes</translation>
    </message>
    <message numerus="yes">
        <source>%n steps late</source>
        <translation>
            <numerusform>%n étape en retard</numerusform>
            <numerusform>%n étapes en retard</numerusform>
        </translation>
    </message>
    <message>
        <source>no step late</source>
        <translation>aucune étape en retard</translation>
    </message>
    <message>
        <source>Promises of today</source>
        <translation>Promesses du jour</translation>
    </message>
    <message>
        <source>next at %1</source>
        <translation>prochaine à %1</translation>
    </message>
    <message>
        <source>Agents online</source>
        <translation>Agents en ligne</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n away</source>
        <translation>
            <numerusform>%n absent</numerusform>
            <numerusform>%n absents</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls answered in 30 s</source>
        <translation>Appels pris en 30 s</translation>
    </message>
    <message numerus="yes">
        <source>of %n calls today</source>
        <translation>
            <numerusform>sur %n appel aujourd’hui</numerusform>
            <numerusform>sur %n appels aujourd’hui</numerusform>
        </translation>
    </message>
    <message>
        <source>no call today</source>
        <translation>aucun appel aujourd’hui</translation>
    </message>
    <message numerus="yes">
        <source>%n working days</source>
        <translation>
            <numerusform>%n jour ouvré</numerusform>
            <numerusform>%n jours ouvrés</numerusform>
        </translation>
    </message>
    <message>
        <source>Later responses</source>
        <translation>Réponses suivantes</translation>
    </message>
    <message>
        <source>Promised dates</source>
        <translation>Dates promises</translation>
    </message>
    <message>
        <source>Simple, resolved</source>
        <translation>Simples, résolus</translation>
    </message>
    <message>
        <source>Complex, resolved</source>
        <translation>Complexes, résolus</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Sans équipe</translation>
    </message>
    <message>
        <source>Other teams</source>
        <translation>Autres équipes</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>The figures are being fetched…</source>
        <translation>Les chiffres arrivent…</translation>
    </message>
    <message>
        <source>in alphabetical order</source>
        <translation>ordre alphabétique</translation>
    </message>
    <message>
        <source>Due dates</source>
        <translation>Échéances</translation>
    </message>
    <message numerus="yes">
        <source>the next %n opening hours</source>
        <translation>
            <numerusform>la prochaine heure d’ouverture</numerusform>
            <numerusform>les %n prochaines heures d’ouverture</numerusform>
        </translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation>Engagements tenus</translation>
    </message>
    <message>
        <source>%1, the line is the promise of %2</source>
        <comment>a month, a percentage</comment>
        <translation>%1, trait = promesse de %2</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Engagement</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Tenus</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Kept promises, as a chart</source>
        <translation>Engagements tenus, en graphique</translation>
    </message>
    <message>
        <source>Nothing was due this month yet.</source>
        <translation>Rien n’était dû ce mois-ci.</translation>
    </message>
    <message>
        <source>Each figure opens its list.</source>
        <translation>Chaque chiffre ouvre sa liste.</translation>
    </message>
</context>
<context>
    <name>SyncBadge</name>
    <message>
        <source>data of %1</source>
        <translation>données de %1</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Synchronising</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Synchronisation stopped</source>
        <translation>Synchronisation arrêtée</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Synchroniser maintenant</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong by more than two minutes.</source>
        <translation>L’horloge de ce poste a plus de deux minutes d’écart.</translation>
    </message>
    <message>
        <source>This computer was set back to an earlier state. What it had sent by then is safe.</source>
        <translation>Cet ordinateur a été remis dans un état antérieur. Ce qu’il avait déjà envoyé est en sécurité.</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>First response</source>
        <translation>Première réponse</translation>
    </message>
    <message>
        <source>Next response</source>
        <translation>Prochaine réponse</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Suivi promis</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Prise en charge</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Text of the message</source>
        <translation>Texte du message</translation>
    </message>
</context>
<context>
    <name>TicketGroup</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Plus anciens</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Non attribués</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n ticket(s)</source>
        <translation>
            <numerusform>%1, %n ticket</numerusform>
            <numerusform>%1, %n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>Due later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Nothing due</source>
        <translation>Sans échéance</translation>
    </message>
</context>
<context>
    <name>TicketGrouping</name>
    <message>
        <source>No groups</source>
        <translation>Sans groupes</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Par jour</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Par statut</translation>
    </message>
    <message>
        <source>By priority</source>
        <translation>Par priorité</translation>
    </message>
    <message>
        <source>By agent</source>
        <translation>Par agent</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>Par équipe</translation>
    </message>
    <message>
        <source>By due date</source>
        <translation>Par échéance</translation>
    </message>
</context>
<context>
    <name>TicketHeader</name>
    <message>
        <source>number pending</source>
        <translation>n° en attente</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>n° %1</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(sans objet)</translation>
    </message>
    <message>
        <source>No longer follow</source>
        <translation>Ne plus suivre</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Statut : %1</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Priorité : %1</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Sans catégorie</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Catégorie : %1</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Assigned to: %1</source>
        <translation>Attribué à : %1</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Moi</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <comment>a tag and how many more</comment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>No tags</source>
        <translation>Sans étiquettes</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Étiquettes : %1</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Équipe %1</translation>
    </message>
</context>
<context>
    <name>TicketRow</name>
    <message>
        <source>No. %1</source>
        <translation>n° %1</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>non lu</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>envoi refusé</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>en attente d’envoi</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>priorité %1</translation>
    </message>
    <message>
        <source>number pending</source>
        <translation>n° en attente</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>envoi refusé : %1</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>en sommeil jusqu’à %1</translation>
    </message>
    <message>
        <source>selected, %1</source>
        <translation>sélectionné, %1</translation>
    </message>
</context>
<context>
    <name>TicketSort</name>
    <message>
        <source>Last activity</source>
        <translation>Dernière activité</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Réception</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Plus longue attente</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Échéance</translation>
    </message>
</context>
<context>
    <name>TicketStatus</name>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>Attente client</translation>
    </message>
    <message>
        <source>Waiting for third party</source>
        <translation>Attente tiers</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Résolu</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Indésirable</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Fusionné</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>%1 s</source>
        <comment>seconds left, in a pill</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes left, in a pill</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours left, in a pill</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>hours and minutes left, in a pill</comment>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>late %1</source>
        <comment>the due date has passed, in a pill</comment>
        <translation>retard %1</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>tenu</translation>
    </message>
    <message>
        <source>kept, +%1</source>
        <comment>a promise that was kept so much too late</comment>
        <translation>tenu, +%1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>fusionné</translation>
    </message>
    <message>
        <source>paused, %1 left</source>
        <translation>en pause, reste %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>promised to the customer</source>
        <translation>promis au client</translation>
    </message>
    <message>
        <source>computed offline</source>
        <translation>calculé hors ligne</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Fold the events</source>
        <translation>Replier les événements</translation>
    </message>
    <message>
        <source>Show the events</source>
        <translation>Afficher les événements</translation>
    </message>
    <message>
        <source>Hide quoted text</source>
        <translation>Masquer le texte cité</translation>
    </message>
    <message>
        <source>Show quoted text</source>
        <translation>Afficher le texte cité</translation>
    </message>
    <message>
        <source>Attachment %1, %2</source>
        <translation>Pièce jointe %1, %2</translation>
    </message>
    <message>
        <source>Unread · %1</source>
        <translation>Non lus · %1</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>à %1</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Envoi refusé</translation>
    </message>
    <message>
        <source>Quoted text hidden</source>
        <translation>Texte cité masqué</translation>
    </message>
    <message>
        <source>Kept on this computer until the server has accepted it.</source>
        <translation>Gardé sur ce poste jusqu’à l’accord du serveur.</translation>
    </message>
    <message>
        <source>Refused by the server. The text is kept under “Not sent”.</source>
        <translation>Refusé par le serveur. Le texte est gardé dans « Non envoyés ».</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search tickets…</source>
        <translation>Rechercher un ticket…</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>Rechercher un ticket</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Counting which due dates move…</source>
        <translation>Calcul des échéances qui se déplacent…</translation>
    </message>
    <message>
        <source>What it would move can&apos;t be told now.</source>
        <translation>Impossible de dire maintenant ce que cela déplacerait.</translation>
    </message>
</context>
<context>
    <name>Unavailable</name>
    <message>
        <source>no ticket is chosen</source>
        <translation>aucun ticket n’est choisi</translation>
    </message>
    <message>
        <source>the ticket has been merged</source>
        <translation>le ticket a été fusionné</translation>
    </message>
    <message>
        <source>the number comes with the next synchronisation</source>
        <translation>le numéro viendra à la prochaine synchronisation</translation>
    </message>
    <message>
        <source>the ticket is already yours</source>
        <translation>le ticket est déjà à vous</translation>
    </message>
    <message>
        <source>the ticket is already resolved</source>
        <translation>le ticket est déjà résolu</translation>
    </message>
    <message>
        <source>this is the last ticket</source>
        <translation>c’est le dernier ticket</translation>
    </message>
    <message>
        <source>this is the first ticket</source>
        <translation>c’est le premier ticket</translation>
    </message>
    <message>
        <source>nothing is quoted</source>
        <translation>rien n’est cité</translation>
    </message>
    <message>
        <source>nothing is being written</source>
        <translation>rien n’est en cours de rédaction</translation>
    </message>
    <message>
        <source>nothing has been written yet</source>
        <translation>rien n’est encore écrit</translation>
    </message>
    <message>
        <source>somebody to send it to is missing</source>
        <translation>il manque un destinataire</translation>
    </message>
    <message>
        <source>nothing can be taken back</source>
        <translation>il n’y a rien à annuler</translation>
    </message>
    <message>
        <source>there is no draft</source>
        <translation>il n’y a pas de brouillon</translation>
    </message>
    <message>
        <source>you chose to work offline</source>
        <translation>vous avez choisi de travailler hors ligne</translation>
    </message>
    <message>
        <source>no mail loop was stopped on the ticket</source>
        <translation>aucune boucle d’e-mails n’a été arrêtée sur ce ticket</translation>
    </message>
    <message>
        <source>supervisors do this</source>
        <translation>un superviseur le fait</translation>
    </message>
    <message>
        <source>only administrators may</source>
        <translation>réservé aux administrateurs</translation>
    </message>
    <message>
        <source>there is no connection to the server</source>
        <translation>il n’y a pas de connexion au serveur</translation>
    </message>
    <message>
        <source>nothing was promised on the ticket</source>
        <translation>rien n’a été promis sur ce ticket</translation>
    </message>
    <message>
        <source>nobody is set up to whom tickets are escalated</source>
        <translation>personne n’est désigné pour recevoir les escalades</translation>
    </message>
    <message>
        <source>the ticket is escalated already</source>
        <translation>le ticket est déjà escaladé</translation>
    </message>
    <message>
        <source>the ticket is not escalated</source>
        <translation>le ticket n’est pas escaladé</translation>
    </message>
    <message>
        <source>it is somebody else&apos;s turn</source>
        <translation>c’est au tour de quelqu’un d’autre</translation>
    </message>
    <message>
        <source>the ticket is done</source>
        <translation>le ticket est terminé</translation>
    </message>
    <message>
        <source>the customer is not waiting for a reply</source>
        <translation>le client n’attend pas de réponse</translation>
    </message>
    <message>
        <source>the list is empty</source>
        <translation>la liste est vide</translation>
    </message>
    <message>
        <source>no ticket is selected</source>
        <translation>aucun ticket n’est sélectionné</translation>
    </message>
    <message>
        <source>several tickets were not changed at once</source>
        <translation>aucune modification groupée n’a été faite</translation>
    </message>
    <message>
        <source>a value is still to be filled in</source>
        <translation>il reste une valeur à remplir</translation>
    </message>
    <message>
        <source>there is no macro yet</source>
        <translation>il n’y a pas encore de macro</translation>
    </message>
    <message>
        <source>there is no text module yet</source>
        <translation>il n’y a pas encore de réponse type</translation>
    </message>
</context>
<context>
    <name>Variable</name>
    <message>
        <source>name of the customer</source>
        <translation>nom du client</translation>
    </message>
    <message>
        <source>number of the ticket</source>
        <translation>numéro du ticket</translation>
    </message>
    <message>
        <source>subject of the ticket</source>
        <translation>objet du ticket</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>votre nom</translation>
    </message>
    <message>
        <source>name of the team</source>
        <translation>nom de l’équipe</translation>
    </message>
    <message>
        <source>number of the order</source>
        <translation>numéro de commande</translation>
    </message>
    <message>
        <source>reference of the product</source>
        <translation>référence du produit</translation>
    </message>
    <message>
        <source>promised date</source>
        <translation>date promise</translation>
    </message>
</context>
<context>
    <name>Visibility</name>
    <message>
        <source>Only me</source>
        <translation>Moi seulement</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>Mon équipe</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <translation>Jeter ce que vous avez écrit ?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Continuer à écrire</translation>
    </message>
    <message>
        <source>What was written before is here again.</source>
        <translation>Ce qui avait été écrit est de nouveau là.</translation>
    </message>
</context>
</TS>
