<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>New map…</source>
        <translation>Nieuwe kaart…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>Open het voorbeeld</translation>
    </message>
    <message>
        <source>Another window of this map</source>
        <translation>Nog een venster van deze kaart</translation>
    </message>
    <message>
        <source>Import Mermaid diagram…</source>
        <translation>Haal Mermaid-diagram binnen…</translation>
    </message>
    <message>
        <source>Recently discarded work…</source>
        <translation>Onlangs weggedaan werk…</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Versies…</translation>
    </message>
    <message>
        <source>Forget this document…</source>
        <translation>Dit document vergeten…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Bewaar als…</translation>
    </message>
    <message>
        <source>Save as template…</source>
        <translation>Bewaar als sjabloon…</translation>
    </message>
    <message>
        <source>Print or export…</source>
        <translation>Druk af of exporteer…</translation>
    </message>
    <message>
        <source>Paper kit…</source>
        <translation>Papierpakket…</translation>
    </message>
    <message>
        <source>Action list…</source>
        <translation>Actielijst…</translation>
    </message>
    <message>
        <source>Excel workbook…</source>
        <translation>Excel-werkmap…</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Plaatje…</translation>
    </message>
    <message>
        <source>Mermaid diagram…</source>
        <translation>Mermaid-diagram…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Maak ongedaan</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Doe opnieuw</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Knip</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieer</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Kopieer als afbeelding</translation>
    </message>
    <message>
        <source>Copy the map as picture</source>
        <translation>Kopieer de kaart als afbeelding</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Plak</translation>
    </message>
    <message>
        <source>Paste lines as notes</source>
        <translation>Plak regels als kaartjes</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Kies alles</translation>
    </message>
    <message>
        <source>Search or do something</source>
        <translation>Zoek of doe iets</translation>
    </message>
    <message>
        <source>Find notes…</source>
        <translation>Kaartjes zoeken…</translation>
    </message>
    <message>
        <source>Next that fits</source>
        <translation>Volgende die past</translation>
    </message>
    <message>
        <source>Previous that fits</source>
        <translation>Vorige die past</translation>
    </message>
    <message>
        <source>Show all notes again</source>
        <translation>Alle kaartjes weer tonen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>Action list</source>
        <translation>Actielijst</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom uit</translation>
    </message>
    <message>
        <source>Fit the map</source>
        <translation>Pas de kaart in het venster</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Zoom naar 100 %</translation>
    </message>
    <message>
        <source>Zoom to the phase</source>
        <translation>Zoom in op de fase</translation>
    </message>
    <message>
        <source>Zoom to what is chosen</source>
        <translation>Zoom in op wat gekozen is</translation>
    </message>
    <message>
        <source>Left panel</source>
        <translation>Linkerpaneel</translation>
    </message>
    <message>
        <source>Minimap</source>
        <translation>Minikaart</translation>
    </message>
    <message>
        <source>Right panel</source>
        <translation>Rechterpaneel</translation>
    </message>
    <message>
        <source>Both panels</source>
        <translation>Beide panelen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Gekozen</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Spoor</translation>
    </message>
    <message>
        <source>People and channels</source>
        <translation>Mensen en kanalen</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legenda</translation>
    </message>
    <message>
        <source>Check the map</source>
        <translation>Kaart nakijken</translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation>Bewijs tonen</translation>
    </message>
    <message>
        <source>Show feelings aimed for</source>
        <translation>Beoogd gevoel tonen</translation>
    </message>
    <message>
        <source>Show blind spots</source>
        <translation>Blinde vlekken tonen</translation>
    </message>
    <message>
        <source>Show borders between departments</source>
        <translation>Grenzen tussen afdelingen tonen</translation>
    </message>
    <message>
        <source>What notes say…</source>
        <translation>Wat kaartjes zeggen…</translation>
    </message>
    <message>
        <source>Show paths</source>
        <translation>Toon paden</translation>
    </message>
    <message>
        <source>Show all links</source>
        <translation>Toon alle verbindingen</translation>
    </message>
    <message>
        <source>Line for writing along</source>
        <translation>Meeschrijfregel</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Wand</translation>
    </message>
    <message>
        <source>Wall: next phase</source>
        <translation>Wand: volgende fase</translation>
    </message>
    <message>
        <source>Wall: phase before</source>
        <translation>Wand: vorige fase</translation>
    </message>
    <message>
        <source>Wall: lanes…</source>
        <translation>Wand: banen…</translation>
    </message>
    <message>
        <source>Wall: image size and distance…</source>
        <translation>Wand: beeldgrootte en afstand…</translation>
    </message>
    <message>
        <source>Wall: another screen…</source>
        <translation>Wand: ander scherm…</translation>
    </message>
    <message>
        <source>Wall: dark</source>
        <translation>Wand: donker</translation>
    </message>
    <message>
        <source>Timer…</source>
        <translation>Timer…</translation>
    </message>
    <message>
        <source>Pause the timer</source>
        <translation>Zet de timer stil</translation>
    </message>
    <message>
        <source>Timer: a minute more</source>
        <translation>Timer: een minuut erbij</translation>
    </message>
    <message>
        <source>Timer: a minute less</source>
        <translation>Timer: een minuut eraf</translation>
    </message>
    <message>
        <source>Put the timer away</source>
        <translation>Haal de timer weg</translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation>Licht of donker zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Without movement</source>
        <translation>Zonder beweging</translation>
    </message>
    <message>
        <source>Add phase</source>
        <translation>Voeg fase toe</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>Voeg stap toe</translation>
    </message>
    <message>
        <source>Add lane…</source>
        <translation>Voeg baan toe…</translation>
    </message>
    <message>
        <source>Add persona</source>
        <translation>Voeg persona toe</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>Voeg kanaal toe</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Hernoem</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Schuif terug</translation>
    </message>
    <message>
        <source>Move on</source>
        <translation>Schuif verder</translation>
    </message>
    <message>
        <source>Remove, notes to the inbox</source>
        <translation>Verwijder, kaartjes naar de inbox</translation>
    </message>
    <message>
        <source>About this map</source>
        <translation>Over deze kaart</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nieuw kaartje</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerk</translation>
    </message>
    <message>
        <source>Write along</source>
        <translation>Meeschrijven</translation>
    </message>
    <message>
        <source>Add pain point</source>
        <translation>Pijnpunt erbij</translation>
    </message>
    <message>
        <source>Add insight</source>
        <translation>Inzicht erbij</translation>
    </message>
    <message>
        <source>Add opportunity</source>
        <translation>Kans erbij</translation>
    </message>
    <message>
        <source>Add solution</source>
        <translation>Oplossing erbij</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbind…</translation>
    </message>
    <message>
        <source>Turn path round</source>
        <translation>Draai pad om</translation>
    </message>
    <message>
        <source>Other kind of path…</source>
        <translation>Andere soort pad…</translation>
    </message>
    <message>
        <source>Pain points on this path…</source>
        <translation>Pijnpunten op dit pad…</translation>
    </message>
    <message>
        <source>Feeling −2</source>
        <translation>Gevoel −2</translation>
    </message>
    <message>
        <source>Feeling −1</source>
        <translation>Gevoel −1</translation>
    </message>
    <message>
        <source>Feeling 0</source>
        <translation>Gevoel 0</translation>
    </message>
    <message>
        <source>Feeling +1</source>
        <translation>Gevoel +1</translation>
    </message>
    <message>
        <source>Feeling +2</source>
        <translation>Gevoel +2</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliceer</translation>
    </message>
    <message>
        <source>To the inbox</source>
        <translation>Naar de inbox</translation>
    </message>
    <message>
        <source>To the parking lot</source>
        <translation>Naar de parkeerplaats</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijder</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>About Journeywall</source>
        <translation>Over Journeywall</translation>
    </message>
    <message>
        <source>Severity of a pain point</source>
        <translation>Ernst van een pijnpunt</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Bewerk de cel</translation>
    </message>
    <message>
        <source>The field after it</source>
        <translation>Het volgende veld</translation>
    </message>
    <message>
        <source>New note or action below</source>
        <translation>Nieuw kaartje of nieuwe actie eronder</translation>
    </message>
    <message>
        <source>Delete the chosen rows</source>
        <translation>Verwijder de gekozen rijen</translation>
    </message>
    <message>
        <source>Choose a day from the calendar</source>
        <translation>Kies een dag uit de kalender</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>Sorteer op deze kolom</translation>
    </message>
    <message>
        <source>Order of the map</source>
        <translation>Volgorde van de kaart</translation>
    </message>
    <message>
        <source>Show the note on the map</source>
        <translation>Toon het kaartje op de kaart</translation>
    </message>
    <message>
        <source>Another phase</source>
        <translation>Andere fase</translation>
    </message>
    <message>
        <source>Phase 1 to 10</source>
        <translation>Fase 1 tot en met 10</translation>
    </message>
    <message>
        <source>Another step</source>
        <translation>Andere stap</translation>
    </message>
    <message>
        <source>Another lane, until you change it</source>
        <translation>Andere baan, tot je wisselt</translation>
    </message>
    <message>
        <source>Another persona</source>
        <translation>Andere persona</translation>
    </message>
    <message>
        <source>Persona 1 to 4</source>
        <translation>Persona 1 tot en met 4</translation>
    </message>
    <message>
        <source>Another channel</source>
        <translation>Ander kanaal</translation>
    </message>
    <message>
        <source>Feeling of the next touchpoint, before Enter: −2 to +2; none</source>
        <translation>Gevoel van het volgende contactmoment, vóór Enter: −2 tot +2; geen</translation>
    </message>
    <message>
        <source>Hang it on another touchpoint</source>
        <translation>Aan een ander contactmoment hangen</translation>
    </message>
    <message>
        <source>Correct the last note, or an earlier one</source>
        <translation>Laatste kaartje verbeteren, of een eerder</translation>
    </message>
    <message>
        <source>Split the note that is corrected</source>
        <translation>Kaartje dat je verbetert splitsen</translation>
    </message>
    <message>
        <source>Merge it with the one before, at its beginning</source>
        <translation>Samenvoegen met het vorige, aan het begin</translation>
    </message>
    <message>
        <source>Move the last note to another phase</source>
        <translation>Laatste kaartje naar een andere fase</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>That cannot be done here. Nothing was changed.</source>
        <translation>Dat kan hier niet. Er is niets veranderd.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) chosen</source>
        <translation><numerusform>%n kaartje gekozen</numerusform><numerusform>%n kaartjes gekozen</numerusform></translation>
    </message>
    <message>
        <source>Phase {number}: {name}</source>
        <translation>Fase {number}: {name}</translation>
    </message>
    <message>
        <source>Step: {name}</source>
        <translation>Stap: {name}</translation>
    </message>
    <message>
        <source>Lane: {name}</source>
        <translation>Baan: {name}</translation>
    </message>
    <message>
        <source>Empty place: {lane}, {phase}</source>
        <translation>Leeg vak: {lane}, {phase}</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted</source>
        <translation><numerusform>%n kaartje verwijderd</numerusform><numerusform>%n kaartjes verwijderd</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) parked</source>
        <translation><numerusform>%n kaartje geparkeerd</numerusform><numerusform>%n kaartjes geparkeerd</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) moved to the inbox</source>
        <translation><numerusform>%n kaartje naar de inbox verplaatst</numerusform><numerusform>%n kaartjes naar de inbox verplaatst</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) went to the inbox.</source>
        <translation><numerusform>%n kaartje staat nu in de inbox.</numerusform><numerusform>%n kaartjes staan nu in de inbox.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Connect %n note(s) with</source>
        <translation><numerusform>Verbind %n kaartje met</numerusform><numerusform>Verbind %n kaartjes met</numerusform></translation>
    </message>
    <message>
        <source>Number, or click a note</source>
        <translation>Nummer, of klik een kaartje</translation>
    </message>
    <message>
        <source>Choose a note first, then connect it.</source>
        <translation>Kies eerst een kaartje, verbind het dan.</translation>
    </message>
    <message>
        <source>There is no link between these kinds of notes: {number}.</source>
        <translation>Tussen deze soorten kaartjes kan geen verbinding: {number}.</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>Hier niet</translation>
    </message>
    <message>
        <source>Connect {number} with</source>
        <translation>Verbind {number} met</translation>
    </message>
    <message>
        <source>Type the number of a note, like 28.</source>
        <translation>Typ het nummer van een kaartje, zoals 28.</translation>
    </message>
    <message>
        <source>There is no note N{number}.</source>
        <translation>Er is geen kaartje N{number}.</translation>
    </message>
    <message>
        <source>That is too much text for one note.</source>
        <translation>Dat is te veel tekst voor één kaartje.</translation>
    </message>
    <message>
        <source>Journey map</source>
        <translation>Klantreis</translation>
    </message>
    <message>
        <source>Each to the phase and lane it names</source>
        <translation>Elk naar zijn eigen fase en baan</translation>
    </message>
    <message>
        <source>To the inbox</source>
        <translation>Naar de inbox</translation>
    </message>
    <message>
        <source>this note</source>
        <translation>dit kaartje</translation>
    </message>
    <message>
        <source>Moving to {place}; no longer at {note}</source>
        <translation>Naar {place}; niet meer bij {note}</translation>
    </message>
    <message>
        <source>Moving to {place}; no longer at their touchpoints</source>
        <translation>Naar {place}; niet meer bij hun contactmomenten</translation>
    </message>
    <message>
        <source>New in {place}</source>
        <translation>Nieuw in {place}</translation>
    </message>
    <message>
        <source>Picture for {note}</source>
        <translation>Afbeelding bij {note}</translation>
    </message>
    <message>
        <source>Moving to {place}</source>
        <translation>Naar {place}</translation>
    </message>
    <message>
        <source>Copy to {place}</source>
        <translation>Kopie naar {place}</translation>
    </message>
    <message>
        <source>Hangs on {note}</source>
        <translation>Hangt aan {note}</translation>
    </message>
    <message>
        <source>phase {number}</source>
        <translation>fase {number}</translation>
    </message>
    <message>
        <source>Lane “{name}” removed.</source>
        <translation>Baan “{name}” verwijderd.</translation>
    </message>
    <message>
        <source>Phase “{name}” removed.</source>
        <translation>Fase “{name}” verwijderd.</translation>
    </message>
    <message>
        <source>Phase removed.</source>
        <translation>Fase verwijderd.</translation>
    </message>
    <message>
        <source>Step “{name}” removed.</source>
        <translation>Stap “{name}” verwijderd.</translation>
    </message>
    <message>
        <source>Step removed.</source>
        <translation>Stap verwijderd.</translation>
    </message>
    <message>
        <source>What goes wrong on the way</source>
        <translation>Wat gaat er onderweg mis</translation>
    </message>
    <message>
        <source>Link removed.</source>
        <translation>Verbinding verwijderd.</translation>
    </message>
    <message>
        <source>A word at the line</source>
        <translation>Een woord bij de lijn</translation>
    </message>
    <message>
        <source>New pain point…</source>
        <translation>Nieuw pijnpunt…</translation>
    </message>
    <message>
        <source>New pain point on this path</source>
        <translation>Nieuw pijnpunt op dit pad</translation>
    </message>
    <message>
        <source>These notes are linked already.</source>
        <translation>Deze kaartjes zijn al verbonden.</translation>
    </message>
    <message>
        <source>That is too much at once. The first {count} lines became notes.</source>
        <translation>Dat is te veel in één keer. De eerste {count} regels zijn kaartjes geworden.</translation>
    </message>
    <message>
        <source>The map was changed after that. Undo until there, then paste again.</source>
        <translation>De kaart is daarna veranderd. Ga terug tot daar en plak opnieuw.</translation>
    </message>
    <message numerus="yes">
        <source>Make %n phase(s)</source>
        <translation><numerusform>Maak %n fase</numerusform><numerusform>Maak %n fasen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s), one column in each step.</source>
        <translation><numerusform>%n kaartje, in elke stap een kolom.</numerusform><numerusform>%n kaartjes, in elke stap een kolom.</numerusform></translation>
    </message>
    <message>
        <source>As a list</source>
        <translation>Als lijst</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) added</source>
        <translation><numerusform>%n afbeelding toegevoegd</numerusform><numerusform>%n afbeeldingen toegevoegd</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be used:</source>
        <translation><numerusform>%n bestand kon niet worden gebruikt:</numerusform><numerusform>%n bestanden konden niet worden gebruikt:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) too many, left out</source>
        <translation><numerusform>%n afbeelding te veel, weggelaten</numerusform><numerusform>%n afbeeldingen te veel, weggelaten</numerusform></translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbind…</translation>
    </message>
    <message>
        <source>The note was removed. Your text is in the inbox.</source>
        <translation>Het kaartje is verwijderd. Je tekst staat in de inbox.</translation>
    </message>
    <message>
        <source>There is no lane for this note. Add one first.</source>
        <translation>Er is geen baan voor dit kaartje. Voeg er eerst een toe.</translation>
    </message>
</context>
<context>
    <name>CardLines</name>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Niets</translation>
    </message>
    <message>
        <source>On notes</source>
        <translation>Op kaartjes</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acties</translation>
    </message>
    <message>
        <source>Words for feelings</source>
        <translation>Woorden bij gevoelens</translation>
    </message>
    <message>
        <source>Links in words</source>
        <translation>Verbindingen in woorden</translation>
    </message>
    <message>
        <source>Goals of personas</source>
        <translation>Doelen van persona’s</translation>
    </message>
    <message>
        <source>“{name}” is nothing that can be on notes; choose all, none, or of: {known}</source>
        <translation>“{name}” kan niet op kaartjes staan; kies all, none of uit: {known}</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Doelen</translation>
    </message>
    <message>
        <source>Frustrations</source>
        <translation>Frustraties</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschrijving</translation>
    </message>
    <message>
        <source>{field}: {words}</source>
        <translation>{field}: {words}</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Actie</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>Gevoel</translation>
    </message>
    <message>
        <source>{number} ({words})</source>
        <translation>{number} ({words})</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>“{quote}”</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Saving this map again would write it differently from here on.</source>
        <translation>Opnieuw bewaren zou deze kaart vanaf hier anders wegschrijven.</translation>
    </message>
    <message>
        <source>This breaks the rule {rule} of every map; open and save it to have it mended.</source>
        <translation>Dit is in strijd met regel {rule} van elke kaart; open en bewaar hem, dan wordt het hersteld.</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>regel {line}</translation>
    </message>
    <message>
        <source>the map</source>
        <translation>de kaart</translation>
    </message>
    <message>
        <source>picture that nothing shows</source>
        <translation>afbeelding die nergens te zien is</translation>
    </message>
    <message>
        <source>inbox</source>
        <translation>inbox</translation>
    </message>
    <message>
        <source>parking lot</source>
        <translation>parkeerplaats</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nergens</translation>
    </message>
    <message>
        <source>error</source>
        <translation>fout</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>waarschuwing</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>opmerking</translation>
    </message>
    <message>
        <source>feeling at {number}</source>
        <translation>gevoel bij {number}</translation>
    </message>
    <message>
        <source>phase {number} “{name}”</source>
        <translation>fase {number} ‘{name}’</translation>
    </message>
    <message>
        <source>phase {number}</source>
        <translation>fase {number}</translation>
    </message>
    <message>
        <source>step {number} “{name}”</source>
        <translation>stap {number} ‘{name}’</translation>
    </message>
    <message>
        <source>step {number}</source>
        <translation>stap {number}</translation>
    </message>
    <message>
        <source>lane {number} “{name}”</source>
        <translation>baan {number} ‘{name}’</translation>
    </message>
    <message>
        <source>lane {number}</source>
        <translation>baan {number}</translation>
    </message>
    <message>
        <source>persona {number} “{name}”</source>
        <translation>persona {number} ‘{name}’</translation>
    </message>
    <message>
        <source>persona {number}</source>
        <translation>persona {number}</translation>
    </message>
    <message>
        <source>channel {number} “{name}”</source>
        <translation>kanaal {number} ‘{name}’</translation>
    </message>
    <message>
        <source>channel {number}</source>
        <translation>kanaal {number}</translation>
    </message>
    <message>
        <source>filter {number} “{name}”</source>
        <translation>filter {number} “{name}”</translation>
    </message>
    <message>
        <source>filter {number}</source>
        <translation>filter {number}</translation>
    </message>
    <message>
        <source>{number}, action {place} “{name}”</source>
        <translation>{number}, actie {place} ‘{name}’</translation>
    </message>
    <message>
        <source>logo of the map</source>
        <translation>logo van de kaart</translation>
    </message>
    <message>
        <source>link from {first} to {second}</source>
        <translation>verbinding van {first} naar {second}</translation>
    </message>
    <message>
        <source>{number}, action {place}</source>
        <translation>{number}, actie {place}</translation>
    </message>
    <message>
        <source>picture at {number}</source>
        <translation>afbeelding bij {number}</translation>
    </message>
    <message>
        <source>portrait of {persona}</source>
        <translation>portret van {persona}</translation>
    </message>
    <message>
        <source>This picture is not the one that was added: its bytes were changed. Add it again.</source>
        <translation>Dit is niet de afbeelding die werd toegevoegd: de bytes zijn veranderd. Voeg haar opnieuw toe.</translation>
    </message>
    <message>
        <source>This picture is damaged or of a kind that cannot be shown. Add it again.</source>
        <translation>Deze afbeelding is beschadigd of van een soort die niet getoond kan worden. Voeg haar opnieuw toe.</translation>
    </message>
    <message>
        <source>What is said of this picture (size, kind) is not what it is. Add it again.</source>
        <translation>Wat er van deze afbeelding staat (maat, soort) klopt niet. Voeg haar opnieuw toe.</translation>
    </message>
    <message>
        <source>This picture cannot be read: it is not written in base64. Add it again.</source>
        <translation>Deze afbeelding is niet te lezen: ze staat niet in base64. Voeg haar opnieuw toe.</translation>
    </message>
    <message>
        <source>Nothing shows this picture; it only makes the file larger.</source>
        <translation>Deze afbeelding is nergens te zien; ze maakt alleen het bestand groter.</translation>
    </message>
    <message>
        <source>This is said to be more than an assumption, but names no source.</source>
        <translation>Dit heet meer dan een aanname, maar noemt geen bron.</translation>
    </message>
    <message>
        <source>The feeling aimed for is worse than the one found.</source>
        <translation>Het beoogde gevoel is slechter dan het gevonden gevoel.</translation>
    </message>
    <message>
        <source>The source has a date but no name.</source>
        <translation>De bron heeft een datum, maar geen naam.</translation>
    </message>
    <message>
        <source>This path leads to or from a note that is not on the map.</source>
        <translation>Dit pad begint of eindigt bij een kaartje dat niet op de kaart staat.</translation>
    </message>
    <message>
        <source>This lane is drawn but empty.</source>
        <translation>Deze baan staat er, maar is leeg.</translation>
    </message>
    <message>
        <source>No touchpoint uses this channel.</source>
        <translation>Geen contactmoment gebruikt dit kanaal.</translation>
    </message>
    <message>
        <source>A blind spot: no system records this contact.</source>
        <translation>Een blinde vlek: geen systeem legt dit contact vast.</translation>
    </message>
    <message>
        <source>This step is drawn but empty.</source>
        <translation>Deze stap staat er, maar is leeg.</translation>
    </message>
    <message>
        <source>This path says that it leads on, but it ends in an earlier step.</source>
        <translation>Dit pad zegt dat het verder gaat, maar eindigt in een eerdere stap.</translation>
    </message>
    <message>
        <source>This path says that it leads back, but it ends in a later step.</source>
        <translation>Dit pad zegt dat het teruggaat, maar eindigt in een latere stap.</translation>
    </message>
    <message>
        <source>This phase goes back to a phase that comes later.</source>
        <translation>Deze fase gaat terug naar een fase die later komt.</translation>
    </message>
    <message>
        <source>Nothing is handed over here: channels and department stay the same.</source>
        <translation>Hier wordt niets overgedragen: kanalen en afdeling blijven gelijk.</translation>
    </message>
    <message>
        <source>These happen at the same time, but stand in different phases.</source>
        <translation>Deze gebeuren tegelijk, maar staan in verschillende fasen.</translation>
    </message>
    <message>
        <source>This version does not know the kind of note “{kind}”; it is kept as it is.</source>
        <translation>Deze versie kent het soort kaartje ‘{kind}’ niet; het blijft zoals het is.</translation>
    </message>
    <message>
        <source>What is written there cannot be used: {fields}.</source>
        <translation>Wat daar staat, is niet te gebruiken: {fields}.</translation>
    </message>
    <message>
        <source>A note of this kind does not show what is said there: {fields}.</source>
        <translation>Een kaartje van dit soort toont niet wat hier is ingevuld: {fields}.</translation>
    </message>
    <message>
        <source>A note of this kind has no actions; those of this note show nowhere.</source>
        <translation>Een kaartje van dit soort heeft geen acties; die van dit kaartje zijn nergens te zien.</translation>
    </message>
    <message>
        <source>This version does not know the kind of lane “{kind}”; it is kept as it is.</source>
        <translation>Deze versie kent het soort baan ‘{kind}’ niet; hij blijft zoals hij is.</translation>
    </message>
    <message>
        <source>There is more than one phase “{name}”.</source>
        <translation>Er is meer dan één fase ‘{name}’.</translation>
    </message>
    <message>
        <source>There is more than one lane “{name}”.</source>
        <translation>Er is meer dan één baan ‘{name}’.</translation>
    </message>
    <message>
        <source>There is more than one persona “{name}”.</source>
        <translation>Er is meer dan één persona ‘{name}’.</translation>
    </message>
    <message>
        <source>There is more than one channel “{name}”.</source>
        <translation>Er is meer dan één kanaal ‘{name}’.</translation>
    </message>
    <message>
        <source>There is more than one filter “{name}”.</source>
        <translation>Er is meer dan één filter “{name}”.</translation>
    </message>
    <message>
        <source>{field}: this version does not know “{value}”; it is kept as it is.</source>
        <translation>{field}: deze versie kent ‘{value}’ niet; het blijft zoals het is.</translation>
    </message>
    <message>
        <source>Role in the journey</source>
        <translation>Rol in de reis</translation>
    </message>
    <message>
        <source>This version does not know the kind of link “{kind}”; it is kept as it is.</source>
        <translation>Deze versie kent het soort verbinding ‘{kind}’ niet; het blijft zoals het is.</translation>
    </message>
    <message>
        <source>This note is empty.</source>
        <translation>Dit kaartje is leeg.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>This action is empty.</source>
        <translation>Deze actie is leeg.</translation>
    </message>
    <message>
        <source>No font here can print: {characters}</source>
        <translation>Geen lettertype hier kan dit afdrukken: {characters}</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) wait for a place.</source>
        <translation><numerusform>%n kaartje wacht op een plek.</numerusform><numerusform>%n kaartjes wachten op een plek.</numerusform></translation>
    </message>
    <message>
        <source>This action lacks: {fields}.</source>
        <translation>Deze actie mist: {fields}.</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Klaar op</translation>
    </message>
    <message>
        <source>The map has no title.</source>
        <translation>De kaart heeft geen titel.</translation>
    </message>
    <message>
        <source>The map has no phases.</source>
        <translation>De kaart heeft geen fasen.</translation>
    </message>
    <message>
        <source>The map has no channels.</source>
        <translation>De kaart heeft geen kanalen.</translation>
    </message>
    <message>
        <source>This pain point has no severity.</source>
        <translation>Dit pijnpunt heeft geen ernst.</translation>
    </message>
    <message>
        <source>This persona has no score anywhere.</source>
        <translation>Deze persona heeft nergens een score.</translation>
    </message>
    <message>
        <source>This phase has no name.</source>
        <translation>Deze fase heeft geen naam.</translation>
    </message>
    <message>
        <source>This phase has no touchpoints.</source>
        <translation>Deze fase heeft geen contactmomenten.</translation>
    </message>
    <message>
        <source>This touchpoint has no channel.</source>
        <translation>Dit contactmoment heeft geen kanaal.</translation>
    </message>
    <message>
        <source>Nobody feels anything here yet.</source>
        <translation>Hier voelt nog niemand iets.</translation>
    </message>
    <message>
        <source>This note hangs on no touchpoint.</source>
        <translation>Dit kaartje hangt aan geen contactmoment.</translation>
    </message>
    <message>
        <source>This persona has no name and no score.</source>
        <translation>Deze persona heeft geen naam en geen score.</translation>
    </message>
    <message>
        <source>No solution answers this opportunity.</source>
        <translation>Geen oplossing beantwoordt deze kans.</translation>
    </message>
    <message>
        <source>This solution has no action.</source>
        <translation>Deze oplossing heeft geen actie.</translation>
    </message>
    <message>
        <source>Nothing is done about this pain point.</source>
        <translation>Aan dit pijnpunt wordt niets gedaan.</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Wrong</source>
        <translation>Fout</translation>
    </message>
    <message>
        <source>Looks like a slip</source>
        <translation>Lijkt een vergissing</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation>Nog niet af</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation><numerusform>%n probleem</numerusform><numerusform>%n problemen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation><numerusform>%n opmerking</numerusform><numerusform>%n opmerkingen</numerusform></translation>
    </message>
    <message>
        <source>Nothing is wrong, and nothing is unfinished.</source>
        <translation>Er is niets fout, en alles is af.</translation>
    </message>
    <message>
        <source>{problems}, {remarks}</source>
        <translation>{problems}, {remarks}</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>“{name}” exists already; choose another name, or replace it with --force.</source>
        <translation>‘{name}’ bestaat al; kies een andere naam, of vervang het met --force.</translation>
    </message>
    <message>
        <source>“{name}” is no name for a template; end it in .journeytemplate.</source>
        <translation>‘{name}’ is geen naam voor een sjabloon; laat hem eindigen op .journeytemplate.</translation>
    </message>
    <message>
        <source>The kind “{kind}” is no text; give a file name instead of -.</source>
        <translation>‘{kind}’ is geen tekst; geef een bestandsnaam in plaats van -.</translation>
    </message>
    <message>
        <source>“{name}” is the name of a map; give the export another ending.</source>
        <translation>‘{name}’ is de naam van een kaart; laat de export anders eindigen.</translation>
    </message>
    <message>
        <source>Of the kind “{kind}” there is no report; leave --report out.</source>
        <translation>Van de soort ‘{kind}’ is er geen verslag; laat --report weg.</translation>
    </message>
    <message>
        <source>No earlier version of this map is kept on this computer.</source>
        <translation>Op deze computer is geen eerdere versie van deze kaart bewaard.</translation>
    </message>
    <message>
        <source>“{name}” is no name for a map; end it in .journey or .json.</source>
        <translation>‘{name}’ is geen naam voor een kaart; laat hem eindigen op .journey of .json.</translation>
    </message>
    <message>
        <source>Something went wrong inside Journeywall ({kind}); your files are unchanged.</source>
        <translation>Er ging iets mis in Journeywall ({kind}); je bestanden zijn niet veranderd.</translation>
    </message>
    <message>
        <source>Something went wrong inside Journeywall; your files are unchanged. Details: {path}</source>
        <translation>Er ging iets mis in Journeywall; je bestanden zijn niet veranderd. Details: {path}</translation>
    </message>
    <message>
        <source>The title is too long; give a shorter one.</source>
        <translation>De titel is te lang; geef een kortere.</translation>
    </message>
    <message>
        <source>Say which kind should go to standard output: --to mermaid</source>
        <translation>Zeg welk soort er naar de standaarduitvoer moet: --to mermaid</translation>
    </message>
    <message>
        <source>“{name}” is no map yet; make one of it: journeywall import {name} OUT.journey</source>
        <translation>‘{name}’ is nog geen kaart; maak er een van: journeywall import {name} UIT.journey</translation>
    </message>
    <message>
        <source>The result would replace its source; give it another name.</source>
        <translation>Het resultaat zou zijn bron vervangen; geef het een andere naam.</translation>
    </message>
    <message>
        <source>Standard output could not be written ({reason}); give a file name instead.</source>
        <translation>De standaarduitvoer kon niet worden geschreven ({reason}); geef een bestandsnaam.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s).</source>
        <translation><numerusform>%n probleem.</numerusform><numerusform>%n problemen.</numerusform></translation>
    </message>
    <message>
        <source>(your own)</source>
        <translation>(van jezelf)</translation>
    </message>
    <message numerus="yes">
        <source>No problems; %n remark(s).</source>
        <translation><numerusform>Geen problemen; %n opmerking.</numerusform><numerusform>Geen problemen; %n opmerkingen.</numerusform></translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>Geen problemen.</translation>
    </message>
    <message>
        <source>a picture of the organisation’s logo, for the map</source>
        <translation>een plaatje met het logo van de organisatie, voor de kaart</translation>
    </message>
    <message>
        <source>the organisation’s colour, #RRGGBB, for the map</source>
        <translation>de kleur van de organisatie, #RRGGBB, voor de kaart</translation>
    </message>
    <message>
        <source>“{text}” is no date; write it as 2026-05-21, or today, or none</source>
        <translation>“{text}” is geen datum; schrijf 2026-05-21, today of none</translation>
    </message>
    <message>
        <source>This paper always has a date; write it as 2026-05-21, or leave --date out.</source>
        <translation>Dit papier heeft altijd een datum; schrijf 2026-05-21, of laat --date weg.</translation>
    </message>
    <message>
        <source>another logo for this print, a picture; the map keeps its own</source>
        <translation>een ander logo voor deze print, een plaatje; de kaart houdt het hare</translation>
    </message>
    <message>
        <source>another accent colour for this print, #RRGGBB or none</source>
        <translation>een andere accentkleur voor deze print, #RRGGBB of none</translation>
    </message>
    <message>
        <source>Nothing was written: the smallest text would be {size} mm high (its x), less than the {least} mm that can be read. Take larger paper or a larger scale, or leave --strict out.</source>
        <translation>Er is niets geschreven: de kleinste tekst zou {size} mm hoog zijn (de x), minder dan de {least} mm die te lezen is. Neem groter papier of een grotere schaal, of laat --strict weg.</translation>
    </message>
    <message>
        <source>No sheet has changed since the earlier map: there is nothing to print, and “{name}” was not made.</source>
        <translation>Geen vel is veranderd sinds de eerdere kaart: er valt niets te printen, en ‘{name}’ is niet gemaakt.</translation>
    </message>
    <message>
        <source>Nothing was written: mend this first, or leave --strict out.</source>
        <translation>Er is niets geschreven: los dit eerst op, of laat --strict weg.</translation>
    </message>
    <message>
        <source>No sheet has changed since the earlier map: there is nothing to print, and “{name}” stays as it was.</source>
        <translation>Geen vel is veranderd sinds de eerdere kaart: er valt niets te printen, en ‘{name}’ blijft zoals het was.</translation>
    </message>
    <message>
        <source>the .pdf file to make, or a folder for a PDF of each part</source>
        <translation>het pdf-bestand, of een map voor een pdf van elk deel</translation>
    </message>
    <message>
        <source>which parts, with commas (all that the map has the notes for; see --list)</source>
        <translation>welke delen, met komma’s (alles waar de kaart gegevens voor heeft; zie --list)</translation>
    </message>
    <message>
        <source>a PDF of each part, in the folder OUT</source>
        <translation>een pdf van elk deel, in de map OUT</translation>
    </message>
    <message>
        <source>A4, A3 or letter (A4)</source>
        <translation>A4, A3 of letter (A4)</translation>
    </message>
    <message>
        <source>the notes in the room, in mm: 76x76 or 127x76 (76x76)</source>
        <translation>de plakbriefjes in de zaal, in mm: 76x76 of 127x76 (76x76)</translation>
    </message>
    <message>
        <source>the wall map on tiles, on one page, or on a roll so many mm wide (tiles)</source>
        <translation>de wandkaart op vellen (tiles), op één bladzijde (page), of op een rol van zoveel mm breed (tiles)</translation>
    </message>
    <message>
        <source>notes side by side in a phase of the wall map (2)</source>
        <translation>kaartjes naast elkaar in een fase van de wandkaart (2)</translation>
    </message>
    <message>
        <source>notes below each other in a lane of the wall map (1)</source>
        <translation>kaartjes onder elkaar in een baan van de wandkaart (1)</translation>
    </message>
    <message>
        <source>the date at the foot of every page (today)</source>
        <translation>de datum onderaan elke bladzijde (today)</translation>
    </message>
    <message>
        <source>write nothing where a character cannot be printed</source>
        <translation>schrijf niets als een teken niet te drukken is</translation>
    </message>
    <message>
        <source>in black and white, with little ink</source>
        <translation>in zwart-wit, met weinig inkt</translation>
    </message>
    <message>
        <source>only say which parts there are, with their pages</source>
        <translation>zeg alleen welke delen er zijn, met hun bladzijden</translation>
    </message>
    <message>
        <source>the list as JSON, for other programs</source>
        <translation>de lijst als JSON, voor andere programma’s</translation>
    </message>
    <message>
        <source>{option} is for the wall map; add it to the parts (--parts wall,…).</source>
        <translation>{option} is voor de wandkaart; zet die bij de delen (--parts wall,…).</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation><numerusform>%n bladzijde</numerusform><numerusform>%n bladzijden</numerusform></translation>
    </message>
    <message>
        <source>“{name}” is no name for a kit; end it in .pdf, or give a folder with --split.</source>
        <translation>“{name}” is geen naam voor een pakket; eindig op .pdf, of geef een map met --split.</translation>
    </message>
    <message>
        <source>{option} is for {parts}; add one of them to the parts.</source>
        <translation>{option} is voor {parts}; voeg een daarvan toe aan de onderdelen.</translation>
    </message>
    <message>
        <source>--json is for the list of parts; ask for it: --list --json</source>
        <translation>--json is voor de lijst van onderdelen; vraag erom: --list --json</translation>
    </message>
    <message>
        <source>Give the kit a file name that ends in .pdf, or a folder.</source>
        <translation>Geef het pakket een bestandsnaam die op .pdf eindigt, of een map op de schijf.</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>gebruik: </translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>argumenten</translation>
    </message>
    <message>
        <source>options</source>
        <translation>opties</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>toon deze hulp en stop</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>onbekend: %s</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>dit ontbreekt: %s</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>verwacht één waarde</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>%r hoort hier niet</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>onduidelijk: %(option)s kan %(matches)s zijn</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>%(value)r kan niet (kies uit %(choices)s)</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>bij %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>show the version and exit</source>
        <translation>toon de versie en stop</translation>
    </message>
    <message>
        <source>the language of messages and of what is made (else the system’s)</source>
        <translation>de taal van meldingen en van wat er gemaakt wordt (anders die van het systeem)</translation>
    </message>
    <message>
        <source>replace the file if it exists already</source>
        <translation>vervang het bestand als het al bestaat</translation>
    </message>
    <message>
        <source>the map’s file; it may be damaged, or gone</source>
        <translation>het bestand van de kaart; het mag beschadigd of weg zijn</translation>
    </message>
    <message>
        <source>{problem}. See: {program} --help</source>
        <translation>{problem}. Zie: {program} --help</translation>
    </message>
    <message>
        <source>list what a new map may start from</source>
        <translation>toon waar een nieuwe kaart mee kan beginnen</translation>
    </message>
    <message>
        <source>say what a map holds</source>
        <translation>vertel wat er in een kaart staat</translation>
    </message>
    <message>
        <source>list a map’s problems, each with its place</source>
        <translation>toon de problemen van een kaart, elk met zijn plek</translation>
    </message>
    <message>
        <source>print the JSON Schema of map files</source>
        <translation>toon het JSON-schema van kaartbestanden</translation>
    </message>
    <message>
        <source>the .pdf, .xlsx, .png or .mmd file to make; - is standard output, for text</source>
        <translation>het te maken .pdf-, .xlsx-, .png- of .mmd-bestand; - is standaarduitvoer, voor tekst</translation>
    </message>
    <message>
        <source>pdf, xlsx, png or mermaid (else by suffix)</source>
        <translation>pdf, xlsx, png of mermaid (anders volgens de naam)</translation>
    </message>
    <message>
        <source>the settings for home (A4 sheets), shop (A0), plotter (a roll) or handout (A3)</source>
        <translation>de instellingen voor home (A4-vellen), shop (A0), plotter (een rol) of handout (A3)</translation>
    </message>
    <message>
        <source>on so many posters, some phases on each: OUT-1.pdf, OUT-2.pdf (1)</source>
        <translation>op zoveel posters, met op elk een paar fasen: OUT-1.pdf, OUT-2.pdf (1)</translation>
    </message>
    <message>
        <source>what to print: the poster, or the action list on A4</source>
        <translation>wat je afdrukt: de poster, of de actielijst op A4 (actions)</translation>
    </message>
    <message>
        <source>how the action list is grouped (solution)</source>
        <translation>hoe de actielijst gegroepeerd is: per oplossing (solution), eigenaar (owner) of datum (due)</translation>
    </message>
    <message>
        <source>the poster’s paper: A0 to A5, letter, legal, tabloid, or mm: 1200x800 (A1)</source>
        <translation>het papier van de poster: A0 tot A5, letter, legal, tabloid, of mm: 1200x800 (A1)</translation>
    </message>
    <message>
        <source>a roll of so many mm instead of a paper: 610, 914, 1067; the map says how long</source>
        <translation>een rol van zoveel mm in plaats van papier: 610, 914, 1067; de kaart bepaalt de lengte</translation>
    </message>
    <message>
        <source>fit: as large as the paper; true: notes as large as sticky notes; or %% of that</source>
        <translation>fit: zo groot als het papier; true: kaartjes zo groot als plakbriefjes; of %% daarvan</translation>
    </message>
    <message>
        <source>how large notes are at true size, in mm: 76x76 or 127x76 (76x76)</source>
        <translation>hoe groot kaartjes op ware grootte zijn, in mm: 76x76 of 127x76 (76x76)</translation>
    </message>
    <message>
        <source>the white round the poster, or round each sheet what the printer leaves, in mm</source>
        <translation>het wit rond de poster, of rond elk vel wat de printer openlaat, in mm</translation>
    </message>
    <message>
        <source>how the paper is held (auto: as the map comes out largest)</source>
        <translation>hoe het papier ligt (auto: waarin de kaart het grootst wordt)</translation>
    </message>
    <message>
        <source>print the poster in parts on this paper: A4, A3, letter, tabloid</source>
        <translation>print de poster in delen op dit papier: A4, A3, letter, tabloid</translation>
    </message>
    <message>
        <source>only the parts that changed since this earlier map, or poster of it</source>
        <translation>alleen de delen die anders zijn dan op deze eerdere kaart, of een poster daarvan</translation>
    </message>
    <message>
        <source>print as JSON what came of it: sheets, smallest text, how far it reads</source>
        <translation>print als JSON wat het werd: vellen, kleinste tekst, hoe ver hij leest</translation>
    </message>
    <message>
        <source>with or without crop marks on the parts (with)</source>
        <translation>met of zonder snijtekens op de delen (met)</translation>
    </message>
    <message>
        <source>the glue edge between parts, in mm (10)</source>
        <translation>de lijmrand tussen de delen, in mm (10)</translation>
    </message>
    <message>
        <source>a picture’s dots per inch (96)</source>
        <translation>de punten per inch van een plaatje (96)</translation>
    </message>
    <message>
        <source>the links drawn on the poster: paths between touchpoints, or all (none)</source>
        <translation>de verbindingen op de poster: paden tussen contactmomenten (paths), of alle (none: geen)</translation>
    </message>
    <message>
        <source>the evidence on the poster (auto: where the map says any)</source>
        <translation>het bewijs op de poster (auto: waar de kaart dat noemt)</translation>
    </message>
    <message>
        <source>only the notes that a saved filter of this name finds, or these words</source>
        <translation>alleen de kaartjes die een bewaard filter met deze naam vindt, of deze woorden</translation>
    </message>
    <message>
        <source>with or without the numbers of the notes (with)</source>
        <translation>met of zonder de nummers van de kaartjes (met)</translation>
    </message>
    <message>
        <source>with or without the map itself in the PDF, to open it from there (with)</source>
        <translation>met of zonder de kaart zelf in de pdf, om hem daaruit te openen (met)</translation>
    </message>
    <message>
        <source>what notes on the poster say below their text: all, none, or names with commas</source>
        <translation>wat kaartjes op de poster onder hun tekst zeggen: all, none of namen met komma’s</translation>
    </message>
    <message>
        <source>the date on the poster (none), or on the action list (today)</source>
        <translation>de datum op de poster (none) of op de actielijst (today)</translation>
    </message>
    <message>
        <source>write nothing where a character cannot be printed or a text is too small</source>
        <translation>schrijf niets als een teken niet te drukken is of een tekst te klein is</translation>
    </message>
    <message>
        <source>Open a customer journey map in the editor, or work on it without one.</source>
        <translation>Open een klantreiskaart in de editor, of werk eraan zonder editor.</translation>
    </message>
    <message>
        <source>Exit status: 0 done; 1 done, with findings to read; 2 the request or the input could not be used; 70 an internal error.</source>
        <translation>Afsluitcode: 0 klaar; 1 klaar, maar er is iets te lezen; 2 de opdracht of de invoer was niet te gebruiken; 70 een interne fout.</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>opdrachten</translation>
    </message>
    <message>
        <source>make a new map</source>
        <translation>maak een nieuwe kaart</translation>
    </message>
    <message>
        <source>make a template of a map, to start other maps from</source>
        <translation>maak een sjabloon van een kaart, om andere kaarten mee te beginnen</translation>
    </message>
    <message>
        <source>warnings count too, and saving the map again must give the same bytes</source>
        <translation>waarschuwingen tellen mee, en opnieuw bewaren moet dezelfde bytes geven</translation>
    </message>
    <message>
        <source>make a map of a Mermaid journey, a poster or another map</source>
        <translation>maak een kaart van een Mermaid-reis, een poster of een andere kaart</translation>
    </message>
    <message>
        <source>make a poster, workbook, picture or Mermaid journey of a map</source>
        <translation>maak een poster, werkmap, plaatje of Mermaid-reis van een kaart</translation>
    </message>
    <message>
        <source>make paper for a workshop of a map: wall map, notes to cut, lists</source>
        <translation>maak papier voor een werksessie van een kaart: wandkaart, kaartjes, lijsten</translation>
    </message>
    <message>
        <source>write it to this file instead</source>
        <translation>schrijf het in dit bestand</translation>
    </message>
    <message>
        <source>list the earlier versions of a map, or bring one back</source>
        <translation>toont de eerdere versies van een kaart, of haalt er een terug</translation>
    </message>
    <message>
        <source>as JSON, for other programs</source>
        <translation>als JSON, voor andere programma’s</translation>
    </message>
    <message>
        <source>a .journey or .json file</source>
        <translation>een .journey- of .json-bestand</translation>
    </message>
    <message>
        <source>the new .journey or .json file; - is standard output</source>
        <translation>het nieuwe .journey- of .json-bestand; - is standaarduitvoer</translation>
    </message>
    <message>
        <source>what to start from: an id (see: templates) or a .journeytemplate file</source>
        <translation>waarmee je begint: een id (zie: templates) of een .journeytemplate-bestand</translation>
    </message>
    <message>
        <source>the map’s title</source>
        <translation>de titel van de kaart</translation>
    </message>
    <message>
        <source>the new .journeytemplate file; - is standard output</source>
        <translation>het nieuwe .journeytemplate-bestand; - is standaarduitvoer</translation>
    </message>
    <message>
        <source>the template’s name (else the map’s title)</source>
        <translation>de naam van het sjabloon (anders de titel van de kaart)</translation>
    </message>
    <message>
        <source>one line on what it is for</source>
        <translation>één regel over waar het voor is</translation>
    </message>
    <message>
        <source>keep the notes, and all that hangs on them</source>
        <translation>houd de kaartjes, en alles wat eraan hangt</translation>
    </message>
    <message>
        <source>leave the personas out</source>
        <translation>laat de persona’s weg</translation>
    </message>
    <message>
        <source>leave the channels out</source>
        <translation>laat de kanalen weg</translation>
    </message>
    <message>
        <source>write version N, by its number in the list, to OUT; - is standard output</source>
        <translation>schrijft versie N, het nummer in de lijst, naar OUT; - is de standaarduitvoer</translation>
    </message>
    <message>
        <source>a .mmd, .mermaid, .md, .json file, or a .pdf of a poster</source>
        <translation>een bestand .mmd, .mermaid, .md, .json, of een .pdf van een poster</translation>
    </message>
    <message>
        <source>mermaid, markdown, poster or json (else by suffix)</source>
        <translation>mermaid, markdown, poster of json (anders naar de naam)</translation>
    </message>
    <message>
        <source>with or without the page that says how the parts hang (with)</source>
        <translation>met of zonder de bladzijde die zegt hoe de delen hangen (met)</translation>
    </message>
    <message>
        <source>up to 5 %% smaller where that saves sheets, or not (smaller)</source>
        <translation>tot 5 %% kleiner waar dat vellen scheelt, of niet (kleiner)</translation>
    </message>
    <message>
        <source>with or without the title and the personas (with)</source>
        <translation>met of zonder de titel en de persona’s (met)</translation>
    </message>
    <message>
        <source>with or without what the signs mean (with)</source>
        <translation>met of zonder wat de tekens betekenen (met)</translation>
    </message>
    <message>
        <source>only these lanes, by name or kind, with commas</source>
        <translation>alleen deze banen, met naam of soort, met komma’s</translation>
    </message>
    <message>
        <source>only these phases, by number or name, such as 1,3-5</source>
        <translation>alleen deze fasen, met nummer of naam, zoals 1,3-5</translation>
    </message>
    <message>
        <source>only these personas, by name, with commas</source>
        <translation>alleen deze persona’s, met naam, met komma’s</translation>
    </message>
    <message>
        <source>for a printer without colour: patterns and letters beside the colours</source>
        <translation>voor een printer zonder kleur: patronen en letters naast de kleuren</translation>
    </message>
    <message>
        <source>with the feelings aimed for on the poster</source>
        <translation>met de beoogde gevoelens op de poster</translation>
    </message>
    <message>
        <source>with the blind spots on the poster: what no system records</source>
        <translation>met de blinde vlekken op de poster: wat geen systeem vastlegt</translation>
    </message>
    <message>
        <source>with the borders between departments, and the hand-overs</source>
        <translation>met de grenzen tussen afdelingen, en de overdrachten</translation>
    </message>
    <message>
        <source>without notes: a workbook or poster to fill in</source>
        <translation>zonder kaartjes: een werkmap of poster om in te vullen</translation>
    </message>
    <message>
        <source>“{text}” is no whole number</source>
        <translation>“{text}” is geen heel getal</translation>
    </message>
    <message>
        <source>“{text}” is no scale; give fit, true, or a percentage from 1 to 400</source>
        <translation>‘{text}’ is geen schaal; geef fit, true, of een percentage van 1 tot 400</translation>
    </message>
    <message>
        <source>“{text}” is no length in mm</source>
        <translation>‘{text}’ is geen lengte in mm</translation>
    </message>
    <message>
        <source>“{text}” is no number of dots per inch from 1 to 2400</source>
        <translation>‘{text}’ is geen aantal punten per inch van 1 tot 2400</translation>
    </message>
    <message>
        <source>“{text}” is no size of notes in mm; give 76x76 or 127x76</source>
        <translation>‘{text}’ is geen maat van kaartjes in mm; geef 76x76 of 127x76</translation>
    </message>
    <message>
        <source>“{text}” names nothing</source>
        <translation>‘{text}’ noemt niets</translation>
    </message>
    <message>
        <source>There is no version {number} of this map; see the list without --restore.</source>
        <translation>Deze kaart heeft geen versie {number}; zie de lijst zonder --restore.</translation>
    </message>
    <message>
        <source>Version {number} is no map that can be read; choose another one.</source>
        <translation>Versie {number} is geen leesbare kaart; kies een andere.</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Groter</translation>
    </message>
    <message>
        <source>The whole map</source>
        <translation>De hele kaart</translation>
    </message>
    <message>
        <source>{field}
Was: {old}
Is: {new}</source>
        <translation>{field}
Eerst: {old}
Nu: {new}</translation>
    </message>
    <message>
        <source>{field}
{new}</source>
        <translation>{field}
{new}</translation>
    </message>
    <message>
        <source>{field}
Was: {old}</source>
        <translation>{field}
Eerst: {old}</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Verschillen</translation>
    </message>
    <message>
        <source>What changed in the chosen one</source>
        <translation>Wat er in het gekozene veranderde</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>Wat er anders is</translation>
    </message>
    <message>
        <source>Map: {title}</source>
        <translation>Kaart: {title}</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Toegevoegd</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verplaatst</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Kaartjes</translation>
    </message>
    <message>
        <source>Phases, steps and lanes</source>
        <translation>Fasen, stappen en banen</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindingen</translation>
    </message>
    <message>
        <source>Feelings</source>
        <translation>Gevoelens</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acties</translation>
    </message>
    <message>
        <source>Personas and channels</source>
        <translation>Persona’s en kanalen</translation>
    </message>
    <message>
        <source>Map, filters and pictures</source>
        <translation>Kaart, filters en afbeeldingen</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>{field} was “{old}” and is “{new}”</source>
        <translation>{field} was ‘{old}’ en is ‘{new}’</translation>
    </message>
    <message>
        <source>{field} is “{new}”</source>
        <translation>{field} is ‘{new}’</translation>
    </message>
    <message>
        <source>{field} was “{old}”</source>
        <translation>{field} was ‘{old}’</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}: {value}</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>January February March April May June July August September October November December</source>
        <translation>januari februari maart april mei juni juli augustus september oktober november december</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Vorige maand</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Volgende maand</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Geen datum</translation>
    </message>
    <message>
        <source>Mo Tu We Th Fr Sa Su</source>
        <translation>ma di wo do vr za zo</translation>
    </message>
    <message>
        <source>Press Delete to remove</source>
        <translation>Druk op Delete om te verwijderen</translation>
    </message>
    <message>
        <source>Delete clears</source>
        <translation>Delete wist de keuze</translation>
    </message>
    <message>
        <source>{name}: several values</source>
        <translation>{name}: verschillende waarden</translation>
    </message>
    <message>
        <source>Cream</source>
        <translation>Crème</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blauw</translation>
    </message>
    <message>
        <source>Petrol</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Paars</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Pruim</translation>
    </message>
    <message>
        <source>Rust</source>
        <translation>Roest</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Olijf</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Groen</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Leisteen</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Oranje</translation>
    </message>
    <message>
        <source>Aubergine</source>
        <translation>Aubergine</translation>
    </message>
    <message>
        <source>Raspberry</source>
        <translation>Framboos</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grijs</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Wat wil je doen?</translation>
    </message>
    <message>
        <source>Nothing is called “{query}”. Try another word.</source>
        <translation>Niets heet ‘{query}’. Probeer een ander woord.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Opdrachten</translation>
    </message>
    <message>
        <source>{score}, aimed for</source>
        <translation>{score}, beoogd</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Search engine</source>
        <translation>Zoekmachine</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Sms</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>Sociale media</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Beoordelingen</translation>
    </message>
    <message>
        <source>Friends and family</source>
        <translation>Vrienden en familie</translation>
    </message>
    <message>
        <source>Adviser</source>
        <translation>Adviseur</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Betaling</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Pakket</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Bezorging</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Onderweg</translation>
    </message>
    <message>
        <source>At home</source>
        <translation>Thuis</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In gebruik</translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation>Reclame</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>Tablet</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-code</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Kassabon</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Customer service</source>
        <translation>Klantenservice</translation>
    </message>
    <message>
        <source>Chatbot</source>
        <translation>Chatbot</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Nieuws</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trein</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Vliegtuig</translation>
    </message>
    <message>
        <source>Bicycle</source>
        <translation>Fiets</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Ziekenhuis</translation>
    </message>
    <message>
        <source>Town hall</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>School</source>
        <translation>School</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Arts</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Toegangskaart</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>Cadeau</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Werkplaats</translation>
    </message>
    <message>
        <source>Digits choose, Delete clears</source>
        <translation>Cijfers kiezen, Delete wist</translation>
    </message>
    <message>
        <source>Enter opens it, Delete removes it</source>
        <translation>Enter opent hem, Delete verwijdert hem</translation>
    </message>
    <message>
        <source>{number} little</source>
        <translation>{number} weinig</translation>
    </message>
    <message>
        <source>{number} much</source>
        <translation>{number} veel</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Wis de zoekopdracht</translation>
    </message>
    <message>
        <source>a nuisance</source>
        <translation>hinderlijk</translation>
    </message>
    <message>
        <source>annoying</source>
        <translation>vervelend</translation>
    </message>
    <message>
        <source>serious</source>
        <translation>ernstig</translation>
    </message>
    <message>
        <source>very serious</source>
        <translation>heel ernstig</translation>
    </message>
    <message>
        <source>the customer leaves</source>
        <translation>de klant loopt weg</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggesties</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Sluit deze melding</translation>
    </message>
    <message>
        <source>very bad</source>
        <translation>heel slecht</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>slecht</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutraal</translation>
    </message>
    <message>
        <source>good</source>
        <translation>goed</translation>
    </message>
    <message>
        <source>very good</source>
        <translation>heel goed</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>“{text}” is no day; write it like 31-12-2026.</source>
        <translation>“{text}” is geen dag. Schrijf bijvoorbeeld 31-12-2026.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>About Journeywall</source>
        <translation>Over Journeywall</translation>
    </message>
    <message>
        <source>Journey maps in a room without a network. Nothing leaves this computer.</source>
        <translation>Klantreizen tekenen in een zaal zonder netwerk. Niets verlaat deze computer.</translation>
    </message>
    <message>
        <source>Journeywall is free software under the MIT licence. Its fonts are under the SIL Open Font License, its icons are Tabler Icons under the MIT licence.</source>
        <translation>Journeywall is vrije software onder de MIT-licentie. De letters vallen onder de SIL Open Font License, de pictogrammen zijn Tabler Icons onder de MIT-licentie.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versie {version}</translation>
    </message>
    <message>
        <source>Every edit is kept at once in {folder}</source>
        <translation>Elke wijziging staat meteen in {folder}</translation>
    </message>
    <message>
        <source>Log files are in {folder}</source>
        <translation>Logbestanden staan in {folder}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Kopieer lijst</translation>
    </message>
    <message>
        <source>Something went wrong in Journeywall</source>
        <translation>Er ging iets mis in Journeywall</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message numerus="yes">
        <source>Work that you do not save is kept on this computer for %n day(s).</source>
        <translation><numerusform>Werk dat je niet bewaart, blijft nog %n dag op deze computer.</numerusform><numerusform>Werk dat je niet bewaart, blijft nog %n dagen op deze computer.</numerusform></translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Bewaar niet</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>Your work is kept. Save the map now; if it happens again, send us the report below.</source>
        <translation>Je werk is veilig. Bewaar de kaart nu; gebeurt het weer, stuur ons dan het verslag hieronder.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Kopieer verslag</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Ga door</translation>
    </message>
    <message>
        <source>Save “{title}” first?</source>
        <translation>Eerst ‘{title}’ bewaren?</translation>
    </message>
    <message>
        <source>It is also in {path}.</source>
        <translation>Het staat ook in {path}.</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Deze afbeelding is niet te tonen.</translation>
    </message>
    <message>
        <source>Map without a title</source>
        <translation>Kaart zonder titel</translation>
    </message>
    <message numerus="yes">
        <source>Found %n time(s) for one map, the newest first</source>
        <translation><numerusform>%n keer gevonden voor één kaart, de nieuwste eerst</numerusform><numerusform>%n keer gevonden voor één kaart, de nieuwste eerst</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <translation><numerusform>%n wijziging</numerusform><numerusform>%n wijzigingen</numerusform></translation>
    </message>
    <message>
        <source>with a text that was being typed</source>
        <translation>met een tekst die getypt werd</translation>
    </message>
    <message>
        <source>the file was changed since</source>
        <translation>het bestand is daarna gewijzigd</translation>
    </message>
    <message>
        <source>partly damaged</source>
        <translation>deels beschadigd</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Gooi weg</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Work was found that is not saved</source>
        <translation>Er is werk gevonden dat niet bewaard is</translation>
    </message>
    <message>
        <source>Show both</source>
        <translation>Toon beide</translation>
    </message>
    <message>
        <source>Journeywall did not close normally. What you open is an unsaved copy; no file is changed.</source>
        <translation>Journeywall is niet gewoon afgesloten. Wat je opent is een kopie die nog niet bewaard is; geen bestand verandert.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Lay what was found beside the file as it is now</source>
        <translation>Leg wat is gevonden naast het bestand van nu</translation>
    </message>
    <message numerus="yes">
        <source>“{title}” stays on this computer for %n day(s).</source>
        <translation><numerusform>‘{title}’ blijft nog %n dag op deze computer.</numerusform><numerusform>‘{title}’ blijft nog %n dagen op deze computer.</numerusform></translation>
    </message>
    <message>
        <source>Open “{title}” as an unsaved copy</source>
        <translation>Open ‘{title}’ als kopie die nog niet bewaard is</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Search a command</source>
        <translation>Zoek een opdracht</translation>
    </message>
    <message>
        <source>No command with these words.</source>
        <translation>Geen opdracht met deze woorden.</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>Alleen kijken</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Neem over</translation>
    </message>
    <message>
        <source>Take over from {who}?</source>
        <translation>Overnemen van {who}?</translation>
    </message>
    <message>
        <source>You can edit the map then. {who} can no longer save into this file; work that is not saved yet is kept there, and can be saved elsewhere.</source>
        <translation>Je kunt de kaart dan bewerken. {who} kan niet meer in dit bestand bewaren; wat daar nog niet bewaard is, blijft daar staan en kan ergens anders worden bewaard.</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message numerus="yes">
        <source>%n phase(s)</source>
        <translation><numerusform>%n fase</numerusform><numerusform>%n fasen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation><numerusform>%n stap</numerusform><numerusform>%n stappen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation><numerusform>%n baan</numerusform><numerusform>%n banen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s)</source>
        <translation><numerusform>%n persona</numerusform><numerusform>%n persona’s</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s)</source>
        <translation><numerusform>%n kanaal</numerusform><numerusform>%n kanalen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n kaartje</numerusform><numerusform>%n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation><numerusform>%n verbinding</numerusform><numerusform>%n verbindingen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n feeling(s)</source>
        <translation><numerusform>%n gevoel</numerusform><numerusform>%n gevoelens</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation><numerusform>%n actie</numerusform><numerusform>%n acties</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation><numerusform>%n afbeelding</numerusform><numerusform>%n afbeeldingen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n saved filter(s)</source>
        <translation><numerusform>%n bewaard filter</numerusform><numerusform>%n bewaarde filters</numerusform></translation>
    </message>
    <message>
        <source>{things} added</source>
        <translation>{things} toegevoegd</translation>
    </message>
    <message>
        <source>{things} removed</source>
        <translation>{things} verwijderd</translation>
    </message>
    <message>
        <source>{things} changed</source>
        <translation>{things} gewijzigd</translation>
    </message>
    <message>
        <source>{things} renamed</source>
        <translation>{things} hernoemd</translation>
    </message>
    <message>
        <source>{things} moved</source>
        <translation>{things} verplaatst</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation><numerusform>%n toegevoegd</numerusform><numerusform>%n toegevoegd</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation><numerusform>%n verwijderd</numerusform><numerusform>%n verwijderd</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation><numerusform>%n gewijzigd</numerusform><numerusform>%n gewijzigd</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n renamed</source>
        <translation><numerusform>%n hernoemd</numerusform><numerusform>%n hernoemd</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation><numerusform>%n verplaatst</numerusform><numerusform>%n verplaatst</numerusform></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Ondertitel</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Afbakening</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Words for feelings</source>
        <translation>Woorden voor gevoelens</translation>
    </message>
    <message>
        <source>Scale of feelings</source>
        <translation>Schaal van gevoel</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Goes back to</source>
        <translation>Gaat terug naar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Vakken</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citaat</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Doelen</translation>
    </message>
    <message>
        <source>Frustrations</source>
        <translation>Frustraties</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Wie het is</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschrijving</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portret</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Accentkleur</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Pictogram</translation>
    </message>
    <message>
        <source>Online or offline</source>
        <translation>Online of offline</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Naar</translation>
    </message>
    <message>
        <source>Pain points on the way</source>
        <translation>Pijnpunten onderweg</translation>
    </message>
    <message>
        <source>Touchpoint</source>
        <translation>Contactmoment</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>Gevoel</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Woord</translation>
    </message>
    <message>
        <source>Feeling aimed for</source>
        <translation>Gewenst gevoel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Kaartje</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Klaar op</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Soorten</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Persona’s</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanalen</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Afdelingen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Severity at least</source>
        <translation>Ernst minstens</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>online and offline</source>
        <translation>online en offline</translation>
    </message>
    <message>
        <source>a cell for each step</source>
        <translation>een vak per stap</translation>
    </message>
    <message>
        <source>a cell for each phase</source>
        <translation>een vak per fase</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Data of a newer version</source>
        <translation>Gegevens van een nieuwere versie</translation>
    </message>
    <message>
        <source>What was put aside</source>
        <translation>Wat apart is gezet</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Niets veranderd</translation>
    </message>
    <message>
        <source>{step} · {lane}</source>
        <translation>{step} · {lane}</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Positie</translation>
    </message>
    <message>
        <source>{note} {verb} {other}</source>
        <translation>{note} {verb} {other}</translation>
    </message>
    <message>
        <source>{persona} at {note}</source>
        <translation>{persona} bij {note}</translation>
    </message>
    <message>
        <source>Unnamed channel</source>
        <translation>Kanaal zonder naam</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation><numerusform>%n ding</numerusform><numerusform>%n dingen</numerusform></translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Stap {number}</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Parking lot</source>
        <translation>Parkeerplaats</translation>
    </message>
    <message>
        <source>title changed</source>
        <translation>titel gewijzigd</translation>
    </message>
    <message>
        <source>data that this version does not show changed</source>
        <translation>gegevens gewijzigd die deze versie niet toont</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Saved filter</source>
        <translation>Bewaard filter</translation>
    </message>
    <message>
        <source>{phase}, {step}</source>
        <translation>{phase}, {step}</translation>
    </message>
    <message>
        <source>details of the map changed</source>
        <translation>gegevens van de kaart gewijzigd</translation>
    </message>
    <message>
        <source>Picture of {width} × {height} px</source>
        <translation>Afbeelding van {width} × {height} px</translation>
    </message>
    <message>
        <source>Phase {number}</source>
        <translation>Fase {number}</translation>
    </message>
    <message>
        <source>Action of {note}</source>
        <translation>Actie van {note}</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Somebody has this map open. Open a copy to change it, or take it over.</source>
        <translation>Iemand heeft deze kaart open. Open een kopie om iets te veranderen, of neem hem over.</translation>
    </message>
    <message>
        <source>New map</source>
        <translation>Nieuwe kaart</translation>
    </message>
    <message>
        <source>A newer Journeywall made this map; update to change it.</source>
        <translation>Deze kaart is met een nieuwere Journeywall gemaakt; werk bij om hem te veranderen.</translation>
    </message>
    <message>
        <source>{who} has this map open. Open a copy to change it, or take it over.</source>
        <translation>{who} heeft deze kaart open. Open een kopie om iets te veranderen, of neem hem over.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>This map has no actions yet. Give a solution its first action, then print the list.</source>
        <translation>Deze kaart heeft nog geen acties. Geef een oplossing een eerste actie en druk de lijst dan af.</translation>
    </message>
    <message>
        <source>Journey map</source>
        <translation>Klantreis</translation>
    </message>
    <message>
        <source>“{name}” is of a kind that cannot be exported; end the name in one of these: {kinds}.</source>
        <translation>Naar dit soort bestand (‘{name}’) kun je niet exporteren; laat de naam eindigen op een van deze: {kinds}.</translation>
    </message>
    <message>
        <source>“{kind}” cannot be exported; choose one of these: {kinds}.</source>
        <translation>Naar ‘{kind}’ kun je niet exporteren; kies een van deze: {kinds}.</translation>
    </message>
    <message>
        <source>a paper size</source>
        <translation>papierformaat</translation>
    </message>
    <message>
        <source>an orientation</source>
        <translation>papierrichting</translation>
    </message>
    <message>
        <source>tiles</source>
        <translation>verdeling over vellen</translation>
    </message>
    <message>
        <source>an overlap</source>
        <translation>overlap</translation>
    </message>
    <message>
        <source>an empty template</source>
        <translation>leeg sjabloon</translation>
    </message>
    <message>
        <source>a language</source>
        <translation>taal</translation>
    </message>
    <message>
        <source>dots per inch</source>
        <translation>aantal punten per inch</translation>
    </message>
    <message>
        <source>links</source>
        <translation>verbindingen</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>bewijs</translation>
    </message>
    <message>
        <source>feelings aimed for</source>
        <translation>beoogde gevoelens</translation>
    </message>
    <message>
        <source>blind spots</source>
        <translation>blinde vlekken</translation>
    </message>
    <message>
        <source>borders between departments</source>
        <translation>grenzen tussen afdelingen</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>velden</translation>
    </message>
    <message>
        <source>a scale</source>
        <translation>een schaal</translation>
    </message>
    <message>
        <source>a size of notes</source>
        <translation>een maat van kaartjes</translation>
    </message>
    <message>
        <source>a roll</source>
        <translation>een rol</translation>
    </message>
    <message>
        <source>a margin</source>
        <translation>een rand</translation>
    </message>
    <message>
        <source>crop marks</source>
        <translation>snijtekens</translation>
    </message>
    <message>
        <source>lanes</source>
        <translation>banen</translation>
    </message>
    <message>
        <source>phases</source>
        <translation>fasen</translation>
    </message>
    <message>
        <source>personas</source>
        <translation>persona’s</translation>
    </message>
    <message>
        <source>a filter</source>
        <translation>een filter</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>nummers</translation>
    </message>
    <message>
        <source>an attached map</source>
        <translation>een kaart in het bestand</translation>
    </message>
    <message>
        <source>an earlier map</source>
        <translation>een eerdere kaart</translation>
    </message>
    <message>
        <source>black and white</source>
        <translation>zwart-wit</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>datum</translation>
    </message>
    <message>
        <source>a logo</source>
        <translation>logo</translation>
    </message>
    <message>
        <source>an accent colour</source>
        <translation>accentkleur</translation>
    </message>
    <message>
        <source>a title block</source>
        <translation>een titelblok</translation>
    </message>
    <message>
        <source>a legend</source>
        <translation>een legenda</translation>
    </message>
    <message>
        <source>an assembly page</source>
        <translation>een montageblad</translation>
    </message>
    <message>
        <source>fewer sheets</source>
        <translation>minder vellen</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>onderdelen</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>groepen</translation>
    </message>
    <message>
        <source>The kind “{kind}” knows no {option}; leave that out.</source>
        <translation>Bij ‘{kind}’ hoort geen {option}; laat dat weg.</translation>
    </message>
    <message>
        <source>At a scale of its own a poster is as large as its notes need, whichever way it lies; name a paper, or leave the orientation out.</source>
        <translation>Met een eigen schaal is een poster zo groot als de briefjes nodig hebben, hoe hij ook ligt; noem een papier, of laat de richting weg.</translation>
    </message>
    <message>
        <source>Only sheets can be printed anew one by one; say on which paper: --tile A4 or --tile A3.</source>
        <translation>Alleen vellen zijn los opnieuw te printen; zeg op welk papier: --tile A4 of --tile A3.</translation>
    </message>
    <message>
        <source>An assembly page and fewer sheets are for tiles; say on which paper: --tile A4 or --tile A3.</source>
        <translation>Een montageblad en minder vellen zijn voor tegels; zeg op welk papier: --tile A4 of --tile A3.</translation>
    </message>
    <message>
        <source>A poster is on a paper or on a roll; leave one of them out.</source>
        <translation>Een poster staat op een papier of op een rol; laat een van de twee weg.</translation>
    </message>
    <message>
        <source>Crop marks are for tiles; say on which paper: --tile A4 or --tile A3.</source>
        <translation>Snijtekens zijn voor vellen; zeg op welk papier: --tile A4 of --tile A3.</translation>
    </message>
    <message>
        <source>An overlap is for tiles; say on which paper: --tile A4 or --tile A3.</source>
        <translation>Overlap is voor losse vellen; zeg op welk papier: --tile A4 of --tile A3.</translation>
    </message>
    <message>
        <source>PDF poster</source>
        <translation>Pdf-poster</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-werkmap</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Plaatje</translation>
    </message>
    <message>
        <source>Mermaid journey</source>
        <translation>Mermaid-reis</translation>
    </message>
    <message>
        <source>Groups are for the action list; ask for it: --part actions.</source>
        <translation>Groepen zijn voor de actielijst; vraag erom: --part actions.</translation>
    </message>
    <message>
        <source>The action list knows no {option}; leave that out.</source>
        <translation>De actielijst kent geen {option}; laat dat weg.</translation>
    </message>
    <message>
        <source>There is nothing to show in a picture yet: add a phase first.</source>
        <translation>Er is nog niets om als afbeelding te tonen: voeg eerst een fase toe.</translation>
    </message>
    <message>
        <source>This is too large for a picture on the clipboard. Choose fewer phases, or export it.</source>
        <translation>Dit is te groot voor een afbeelding op het klembord. Kies minder fasen, of exporteer het.</translation>
    </message>
    <message>
        <source>Left out: {count} of the links “{kind}”.</source>
        <translation>Weggelaten: {count} van de verbindingen “{kind}”.</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n note(s) of a kind that this version does not know.</source>
        <translation><numerusform>Weggelaten: %n kaartje van een soort die deze versie niet kent.</numerusform><numerusform>Weggelaten: %n kaartjes van een soort die deze versie niet kent.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n note(s) of the inbox and the parking lot.</source>
        <translation><numerusform>Weggelaten: %n kaartje uit de inbox en van de parkeerplaats.</numerusform><numerusform>Weggelaten: %n kaartjes uit de inbox en van de parkeerplaats.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n attachment(s) of a note to a touchpoint.</source>
        <translation><numerusform>Weggelaten: %n verbinding tussen een kaartje en een contactmoment.</numerusform><numerusform>Weggelaten: %n verbindingen tussen een kaartje en een contactmoment.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n action(s).</source>
        <translation><numerusform>Weggelaten: %n actie.</numerusform><numerusform>Weggelaten: %n acties.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n channel(s) of the touchpoints.</source>
        <translation><numerusform>Weggelaten: %n kanaal van de contactmomenten.</numerusform><numerusform>Weggelaten: %n kanalen van de contactmomenten.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: the name(s) of %n step(s).</source>
        <translation><numerusform>Weggelaten: de naam van %n stap.</numerusform><numerusform>Weggelaten: de namen van %n stappen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n division(s) of a phase into steps.</source>
        <translation><numerusform>Weggelaten: %n verdeling van een fase in stappen.</numerusform><numerusform>Weggelaten: %n verdelingen van fasen in stappen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: the name(s) of %n lane(s).</source>
        <translation><numerusform>Weggelaten: de naam van %n baan.</numerusform><numerusform>Weggelaten: de namen van %n banen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: the own colour(s) of %n phase(s), step(s), lane(s) or persona(s).</source>
        <translation><numerusform>Weggelaten: de eigen kleur van %n fase, stap, baan of persona.</numerusform><numerusform>Weggelaten: de eigen kleuren van %n fases, stappen, banen of persona’s.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: the question(s) of %n phase(s) or lane(s).</source>
        <translation><numerusform>Weggelaten: de vraag van %n fase of baan.</numerusform><numerusform>Weggelaten: de vragen van %n fasen of banen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n loop(s) from a phase back to another.</source>
        <translation><numerusform>Weggelaten: %n lus van een fase terug naar een andere.</numerusform><numerusform>Weggelaten: %n lussen van een fase terug naar een andere.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n feeling(s) aimed for.</source>
        <translation><numerusform>Weggelaten: %n beoogd gevoel.</numerusform><numerusform>Weggelaten: %n beoogde gevoelens.</numerusform></translation>
    </message>
    <message>
        <source>Left out: the logo and the accent colour of the map.</source>
        <translation>Weggelaten: het logo en de accentkleur van de kaart.</translation>
    </message>
    <message>
        <source>Left out: the map’s own list of words for feelings.</source>
        <translation>Weggelaten: de eigen lijst met woorden voor gevoelens.</translation>
    </message>
    <message numerus="yes">
        <source>Left out: the word(s) or quote(s) of %n feeling(s).</source>
        <translation><numerusform>Weggelaten: het woord of citaat bij %n gevoel.</numerusform><numerusform>Weggelaten: de woorden of citaten bij %n gevoelens.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) stand there once for each score, because the personas feel differently.</source>
        <translation><numerusform>%n taak staat er per score een keer, omdat de persona’s het anders voelen.</numerusform><numerusform>%n taken staan er per score een keer, omdat de persona’s het anders voelen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoint(s) without a feeling show a neutral face in Mermaid.</source>
        <translation><numerusform>%n contactmoment zonder gevoel krijgt in Mermaid een neutraal gezicht.</numerusform><numerusform>%n contactmomenten zonder gevoel krijgen in Mermaid een neutraal gezicht.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s) without a feeling do not show in Mermaid.</source>
        <translation><numerusform>%n persona zonder gevoel is in Mermaid niet te zien.</numerusform><numerusform>%n persona’s zonder gevoel zijn in Mermaid niet te zien.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: the description(s) of %n persona(s).</source>
        <translation><numerusform>Weggelaten: de omschrijving van %n persona.</numerusform><numerusform>Weggelaten: de omschrijvingen van %n persona’s.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s) got a number, because Mermaid knows people by their name only.</source>
        <translation><numerusform>%n persona kreeg een nummer, omdat Mermaid mensen alleen aan hun naam herkent.</numerusform><numerusform>%n persona’s kregen een nummer, omdat Mermaid mensen alleen aan hun naam herkent.</numerusform></translation>
    </message>
    <message>
        <source>Left out: {count} of the kind “{kind}”.</source>
        <translation>Weggelaten: {count} van het soort ‘{kind}’.</translation>
    </message>
    <message numerus="yes">
        <source>Left out: “{field}” of %n touchpoint(s).</source>
        <translation><numerusform>Weggelaten: “{field}” van %n contactmoment.</numerusform><numerusform>Weggelaten: “{field}” van %n contactmomenten.</numerusform></translation>
    </message>
    <message>
        <source>{number}: these characters cannot be printed: {characters}</source>
        <translation>{number}: deze tekens kunnen niet worden afgedrukt: {characters}</translation>
    </message>
    <message>
        <source>In a name or title: these characters cannot be printed: {characters}</source>
        <translation>In een naam of titel: deze tekens kunnen niet worden afgedrukt: {characters}</translation>
    </message>
    <message>
        <source>There is no lane “{name}”; choose of these: {names}.</source>
        <translation>Er is geen baan ‘{name}’; kies uit deze: {names}.</translation>
    </message>
    <message>
        <source>There is no phase “{name}”; choose of these: {names}.</source>
        <translation>Er is geen fase ‘{name}’; kies uit deze: {names}.</translation>
    </message>
    <message>
        <source>There is no persona “{name}”; choose of these: {names}.</source>
        <translation>Er is geen persona ‘{name}’; kies uit deze: {names}.</translation>
    </message>
    <message>
        <source>No note is found by this filter; there is nothing to show.</source>
        <translation>Dit filter vindt geen kaartje; er is niets te laten zien.</translation>
    </message>
    <message>
        <source>Channels and feelings are drawn from touchpoints; add the lane of these: touchpoints.</source>
        <translation>Kanalen en gevoelens worden uit contactmomenten getekend; neem die baan erbij: touchpoints.</translation>
    </message>
    <message>
        <source>No sheet has changed since the earlier map; there is nothing to print.</source>
        <translation>Geen vel is anders dan op de eerdere kaart; er is niets te printen.</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Banen</translation>
    </message>
    <message>
        <source>At this scale the map takes {width} by {height} mm, which does not fit on {paper}; take a larger paper, --scale {percent} at most, or tiles without --paper, for which the poster is as large as it has to be.</source>
        <translation>Op deze schaal is de kaart {width} bij {height} mm, en dat past niet op {paper}; neem groter papier, hoogstens --scale {percent}, of vellen zonder --paper: dan wordt de poster zo groot als nodig.</translation>
    </message>
    <message>
        <source>A scale is between {low} and {high} %; {given} % is not.</source>
        <translation>Een schaal ligt tussen {low} en {high} %; {given} % niet.</translation>
    </message>
    <message>
        <source>A margin is between 0 and {most} mm; {given} mm is not.</source>
        <translation>Een rand is 0 tot {most} mm; {given} mm kan niet.</translation>
    </message>
    <message>
        <source>On sheets a poster is {most} m long at most, and this one would be {length} m; make it smaller (--scale), or choose some of the phases (--phases).</source>
        <translation>Op vellen is een poster hoogstens {most} m lang, en deze zou {length} m worden; maak hem kleiner (--scale), of kies een paar fasen (--phases).</translation>
    </message>
    <message>
        <source>A roll is printed in one piece; leave the roll out, or the tiles.</source>
        <translation>Een rol wordt in één stuk geprint; laat de rol weg, of de vellen.</translation>
    </message>
    <message>
        <source>The size of notes is for a poster at true size; ask for it: --scale true.</source>
        <translation>De maat van kaartjes is voor een poster op ware grootte; vraag daarom: --scale true.</translation>
    </message>
    <message>
        <source>The margin of {margin} mm leaves nothing of this paper; make it smaller.</source>
        <translation>Een rand van {margin} mm laat niets van dit papier over; maak hem smaller.</translation>
    </message>
    <message>
        <source>a roll of {width} mm</source>
        <translation>een rol van {width} mm</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels is too large; use {most} dpi at most, or a PDF.</source>
        <translation>Een plaatje van {width} × {height} pixels is te groot; neem hoogstens {most} dpi, of een pdf.</translation>
    </message>
    <message>
        <source>The dots per inch must be more than 0.</source>
        <translation>Het aantal punten per inch moet groter zijn dan 0.</translation>
    </message>
    <message>
        <source>There is no preset “{name}”; choose one of these: {names}.</source>
        <translation>De voorinstelling “{name}” is er niet; kies een van deze: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>%n phase(s) cannot be put on {posters} posters; take fewer posters.</source>
        <translation><numerusform>%n fase past niet op {posters} posters; neem minder posters.</numerusform><numerusform>%n fasen passen niet op {posters} posters; neem minder posters.</numerusform></translation>
    </message>
    <message>
        <source>Only a poster can be put on several files; leave --posters out.</source>
        <translation>Alleen een poster kan over meer bestanden; laat --posters weg.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>A fault of the program is in the log. Try another choice.</source>
        <translation>Een fout van het programma staat in het logbestand. Probeer een andere keuze.</translation>
    </message>
    <message>
        <source>Print or export</source>
        <translation>Druk af of exporteer</translation>
    </message>
    <message>
        <source>Kind of export</source>
        <translation>Soort export</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Blad {page} van {pages}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Bewaren…</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Afdrukken…</translation>
    </message>
    <message>
        <source>Not printed.</source>
        <translation>Niet afgedrukt.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druk af</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>Niet bewaard.</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n page(s)</source>
        <translation><numerusform>{done} van %n bladzijde</numerusform><numerusform>{done} van %n bladzijden</numerusform></translation>
    </message>
    <message>
        <source>Not possible.</source>
        <translation>Lukt niet.</translation>
    </message>
    <message>
        <source>No preview.</source>
        <translation>Geen voorbeeld.</translation>
    </message>
    <message>
        <source>Being cancelled…</source>
        <translation>Wordt afgebroken…</translation>
    </message>
    <message>
        <source>Saved, with remarks</source>
        <translation>Bewaard, met opmerkingen</translation>
    </message>
    <message>
        <source>These characters cannot be printed</source>
        <translation>Deze tekens zijn niet te drukken</translation>
    </message>
    <message>
        <source>In a name or title: {characters}</source>
        <translation>In een naam of titel: {characters}</translation>
    </message>
    <message>
        <source>{fix}: that makes no difference here.</source>
        <translation>{fix}: dat maakt hier geen verschil.</translation>
    </message>
    <message>
        <source>Without {lanes}.</source>
        <translation>Zonder {lanes}.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation><numerusform>%n rij</numerusform><numerusform>%n rijen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation><numerusform>%n kolom</numerusform><numerusform>%n kolommen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>the first %n are shown</source>
        <translation><numerusform>de eerste wordt getoond</numerusform><numerusform>de eerste %n worden getoond</numerusform></translation>
    </message>
    <message>
        <source>Sheets of the workbook</source>
        <translation>Bladen van de werkmap</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Voorbeeld</translation>
    </message>
    <message numerus="yes">
        <source>The whole map: %n phase(s)</source>
        <translation><numerusform>De hele kaart: %n fase</numerusform><numerusform>De hele kaart: %n fasen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation><numerusform>%n baan</numerusform><numerusform>%n banen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A part of the map: %n phase(s)</source>
        <translation><numerusform>Een deel van de kaart: %n fase</numerusform><numerusform>Een deel van de kaart: %n fasen</numerusform></translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} pixels</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n kaartje</numerusform><numerusform>%n kaartjes</numerusform></translation>
    </message>
    <message>
        <source>Blank form</source>
        <translation>Leeg formulier</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Punten per inch</translation>
    </message>
    <message>
        <source>What is selected makes no difference.</source>
        <translation>Wat je gekozen hebt, maakt niet uit.</translation>
    </message>
    <message>
        <source>Kind of workbook</source>
        <translation>Soort werkmap</translation>
    </message>
    <message>
        <source>Phases, lanes, channels, scores and severities are chosen from drop-down lists.</source>
        <translation>Fasen, banen, kanalen, scores en ernst kies je uit keuzelijsten.</translation>
    </message>
    <message>
        <source>Of headings and legend</source>
        <translation>Van koppen en legenda</translation>
    </message>
    <message>
        <source>Size of the poster, mm</source>
        <translation>Maat van de poster, mm</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>In the workbook</source>
        <translation>In de werkmap</translation>
    </message>
    <message>
        <source>What is selected makes no difference. Inbox and parking lot go along, too.</source>
        <translation>Wat je gekozen hebt, maakt niet uit. Inbox en parkeerplaats gaan ook mee.</translation>
    </message>
    <message>
        <source>The template has its phases, lanes, personas and channels, and no notes.</source>
        <translation>Het sjabloon heeft de fasen, banen, persona’s en kanalen, en geen kaartjes.</translation>
    </message>
    <message>
        <source>Phases and lanes with room to write, without notes</source>
        <translation>Fasen en banen met ruimte om te schrijven, zonder kaartjes</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Liggend</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Staand</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>Ingevuld</translation>
    </message>
    <message>
        <source>With every note</source>
        <translation>Met elk kaartje</translation>
    </message>
    <message>
        <source>Empty template</source>
        <translation>Leeg sjabloon</translation>
    </message>
    <message>
        <source>To hand out</source>
        <translation>Om uit te delen</translation>
    </message>
    <message>
        <source>Of headings and lists; notes stay as you wrote them</source>
        <translation>Van koppen en lijsten; kaartjes blijven zoals je ze schreef</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Bewaar als pdf</translation>
    </message>
    <message>
        <source>PDF documents</source>
        <translation>Pdf-documenten</translation>
    </message>
    <message>
        <source>{name}, paper kit</source>
        <translation>{name}, papierpakket</translation>
    </message>
    <message>
        <source>{name}, action list</source>
        <translation>{name}, actielijst</translation>
    </message>
    <message>
        <source>Save as Excel</source>
        <translation>Bewaar als Excel</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>Excel-werkmappen</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>Bewaar als plaatje</translation>
    </message>
    <message>
        <source>PNG pictures</source>
        <translation>PNG-plaatjes</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Poster</translation>
    </message>
    <message>
        <source>Paper kit</source>
        <translation>Papierpakket</translation>
    </message>
    <message>
        <source>Action list</source>
        <translation>Actielijst</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Plaatje</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation><numerusform>%n bladzijde</numerusform><numerusform>%n bladzijden</numerusform></translation>
    </message>
    <message>
        <source>Roll of {width} mm</source>
        <translation>Rol van {width} mm</translation>
    </message>
    <message>
        <source>Kind of kit</source>
        <translation>Soort pakket</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Zwart-wit</translation>
    </message>
    <message>
        <source>Paper, mm</source>
        <translation>Papier, mm</translation>
    </message>
    <message>
        <source>Notes, mm</source>
        <translation>Kaartjes, mm</translation>
    </message>
    <message>
        <source>In the kit</source>
        <translation>In het pakket</translation>
    </message>
    <message>
        <source>Wall map on</source>
        <translation>Wandkaart op</translation>
    </message>
    <message>
        <source>Notes across a phase</source>
        <translation>Kaartjes naast elkaar</translation>
    </message>
    <message>
        <source>Notes down a lane</source>
        <translation>Kaartjes onder elkaar</translation>
    </message>
    <message>
        <source>One PDF</source>
        <translation>Eén pdf</translation>
    </message>
    <message>
        <source>All parts in it</source>
        <translation>Met alle delen</translation>
    </message>
    <message>
        <source>A PDF of each part</source>
        <translation>Een pdf per deel</translation>
    </message>
    <message>
        <source>In a folder</source>
        <translation>In een map</translation>
    </message>
    <message>
        <source>Sheets to glue</source>
        <translation>Vellen om te plakken</translation>
    </message>
    <message>
        <source>One large page</source>
        <translation>Eén grote bladzijde</translation>
    </message>
    <message>
        <source>White notes with patterns and letters, little ink</source>
        <translation>Witte kaartjes met patronen en letters, weinig inkt</translation>
    </message>
    <message>
        <source>Of headings and fields; notes stay as you wrote them</source>
        <translation>Van koppen en velden; kaartjes blijven zoals je ze schreef</translation>
    </message>
    <message>
        <source>Always at true size</source>
        <translation>Altijd op ware grootte</translation>
    </message>
    <message>
        <source>Not offered: {parts}</source>
        <translation>Niet mogelijk: {parts}</translation>
    </message>
    <message>
        <source>What is filtered or selected makes no difference.</source>
        <translation>Wat je filtert of selecteert, maakt niet uit.</translation>
    </message>
    <message>
        <source>Under headings</source>
        <translation>Onder kopjes</translation>
    </message>
    <message>
        <source>Of headings and states; actions stay as you wrote them</source>
        <translation>Van kopjes en statussen; acties blijven zoals je ze schreef</translation>
    </message>
    <message>
        <source>More on the poster</source>
        <translation>Meer op de poster</translation>
    </message>
    <message>
        <source>Title and personas</source>
        <translation>Titel en persona’s</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legenda</translation>
    </message>
    <message>
        <source>Numbers on notes</source>
        <translation>Nummers op kaartjes</translation>
    </message>
    <message>
        <source>Feelings aimed for</source>
        <translation>Beoogde gevoelens</translation>
    </message>
    <message>
        <source>Blind spots</source>
        <translation>Blinde vlekken</translation>
    </message>
    <message>
        <source>Borders between departments</source>
        <translation>Grenzen tussen afdelingen</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Banen</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Fasen</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Persona’s</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindingen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Kaartjes</translation>
    </message>
    <message>
        <source>Links ({count})</source>
        <translation>Verbindingen ({count})</translation>
    </message>
    <message>
        <source>Touchpoints that no system records</source>
        <translation>Contactmomenten die geen systeem vastlegt</translation>
    </message>
    <message>
        <source>With both names, and with the hand-overs</source>
        <translation>Met beide namen, en met de overdrachten</translation>
    </message>
    <message>
        <source>On the poster</source>
        <translation>Op de poster</translation>
    </message>
    <message>
        <source>Or only those that a filter finds</source>
        <translation>Of alleen die een filter vindt</translation>
    </message>
    <message>
        <source>What is filtered now</source>
        <translation>Wat nu gefilterd is</translation>
    </message>
    <message>
        <source>All notes</source>
        <translation>Alle kaartjes</translation>
    </message>
    <message>
        <source>Where used</source>
        <translation>Waar gebruikt</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Altijd</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nooit</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Paden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>On notes</source>
        <translation>Op kaartjes</translation>
    </message>
    <message>
        <source>Paths lead from touchpoint to touchpoint</source>
        <translation>Paden lopen van contactmoment naar contactmoment</translation>
    </message>
    <message>
        <source>Notes that say something there grow by it</source>
        <translation>Kaartjes met zo’n gegeven worden hoger</translation>
    </message>
    <message>
        <source>Preview is being made…</source>
        <translation>Voorbeeld wordt gemaakt…</translation>
    </message>
    <message>
        <source>Sheet {name}</source>
        <translation>Vel {name}</translation>
    </message>
    <message>
        <source>Size of your own</source>
        <translation>Eigen maat</translation>
    </message>
    <message>
        <source>As large as needed</source>
        <translation>Zo groot als nodig</translation>
    </message>
    <message>
        <source>Fit the paper</source>
        <translation>Passend op papier</translation>
    </message>
    <message>
        <source>A percentage</source>
        <translation>Een percentage</translation>
    </message>
    <message>
        <source>In one piece</source>
        <translation>Uit één stuk</translation>
    </message>
    <message>
        <source>{line} · changed</source>
        <translation>{line} · aangepast</translation>
    </message>
    <message>
        <source>True size · {size} mm</source>
        <translation>Ware grootte · {size} mm</translation>
    </message>
    <message>
        <source>{paper} sheets</source>
        <translation>{paper}-vellen</translation>
    </message>
    <message>
        <source>What it is printed on</source>
        <translation>Waarop het gedrukt wordt</translation>
    </message>
    <message>
        <source>Poster, mm</source>
        <translation>Poster, mm</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Gedrukt</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breedte</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hoogte</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>Percentage</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Overlap</translation>
    </message>
    <message>
        <source>Printer margin</source>
        <translation>Printerrand</translation>
    </message>
    <message>
        <source>At 100 % notes are 76 mm wide</source>
        <translation>Bij 100 % zijn kaartjes 76 mm breed</translation>
    </message>
    <message>
        <source>Glue edge, left and top</source>
        <translation>Lijmrand, links en boven</translation>
    </message>
    <message>
        <source>What the printer leaves white</source>
        <translation>Wat de printer wit laat</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} van {all}</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Kies</translation>
    </message>
    <message>
        <source>{shown} of {all}, {empty} empty</source>
        <translation>{shown} van {all}, {empty} leeg</translation>
    </message>
    <message>
        <source>{lane} (empty, only on a blank form)</source>
        <translation>{lane} (leeg, alleen op een leeg formulier)</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Kies dit</translation>
    </message>
    <message>
        <source>What is selected makes no difference. The map goes along in the PDF as an attachment, with its inbox and parking lot.</source>
        <translation>Wat je gekozen hebt, maakt niet uit. De kaart gaat als bijlage in de pdf mee, met inbox en parkeerplaats.</translation>
    </message>
    <message numerus="yes">
        <source>%n poster(s)</source>
        <translation><numerusform>%n poster</numerusform><numerusform>%n posters</numerusform></translation>
    </message>
    <message>
        <source>No map goes along in the PDF.</source>
        <translation>Er gaat geen kaart mee in de pdf.</translation>
    </message>
    <message>
        <source>Each PDF carries only what it shows; no inbox, no parking lot.</source>
        <translation>In elke pdf gaat alleen mee wat erop staat; geen inbox, geen parkeerplaats.</translation>
    </message>
    <message>
        <source>One poster</source>
        <translation>Eén poster</translation>
    </message>
    <message>
        <source>Crop marks</source>
        <translation>Snijtekens</translation>
    </message>
    <message>
        <source>Assembly page</source>
        <translation>Montageblad</translation>
    </message>
    <message>
        <source>Map in the PDF</source>
        <translation>Kaart in de pdf</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Gekozen</translation>
    </message>
    <message numerus="yes">
        <source>Only what is shown goes along in the PDF, with %n note(s); no inbox, no parking lot.</source>
        <translation><numerusform>Alleen wat erop staat gaat mee in de pdf, met %n kaartje; geen inbox, geen parkeerplaats.</numerusform><numerusform>Alleen wat erop staat gaat mee in de pdf, met %n kaartjes; geen inbox, geen parkeerplaats.</numerusform></translation>
    </message>
    <message>
        <source>A page that shows how the sheets hang</source>
        <translation>Een bladzijde die laat zien hoe de vellen hangen</translation>
    </message>
    <message>
        <source>Phases on</source>
        <translation>Fasen op</translation>
    </message>
    <message>
        <source>Patterns and letters beside the colours</source>
        <translation>Patronen en letters naast de kleuren</translation>
    </message>
    <message>
        <source>The PDF opens again as a map</source>
        <translation>De pdf opent weer als kaart</translation>
    </message>
    <message>
        <source>At {percent} % it fits {across} by {down} sheets.</source>
        <translation>Op {percent} % past het op {across} bij {down} vellen.</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) instead of {most}</source>
        <translation><numerusform>%n vel in plaats van {most}</numerusform><numerusform>%n vellen in plaats van {most}</numerusform></translation>
    </message>
    <message>
        <source>How the sheets hang</source>
        <translation>Montageblad</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>Ware grootte</translation>
    </message>
    <message>
        <source>Previous sheet</source>
        <translation>Vorig vel</translation>
    </message>
    <message>
        <source>Next sheet</source>
        <translation>Volgend vel</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Bekijk</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) with characters that cannot be printed</source>
        <translation><numerusform>%n tekst met tekens die niet te drukken zijn</numerusform><numerusform>%n teksten met tekens die niet te drukken zijn</numerusform></translation>
    </message>
    <message>
        <source>{paper} landscape</source>
        <translation>{paper} liggend</translation>
    </message>
    <message>
        <source>{paper} portrait</source>
        <translation>{paper} staand</translation>
    </message>
    <message>
        <source>{poster} at {percent} %</source>
        <translation>{poster} op {percent} %</translation>
    </message>
    <message>
        <source>Poster {n} of {all}</source>
        <translation>Poster {n} van {all}</translation>
    </message>
    <message>
        <source>Whole poster</source>
        <translation>Hele poster</translation>
    </message>
    <message>
        <source>Sheet by sheet</source>
        <translation>Vel voor vel</translation>
    </message>
    <message>
        <source>Larger paper</source>
        <translation>Groter papier</translation>
    </message>
    <message>
        <source>More sheets</source>
        <translation>Meer vellen</translation>
    </message>
    <message>
        <source>Fewer lanes</source>
        <translation>Minder banen</translation>
    </message>
    <message>
        <source>Split by phase</source>
        <translation>Splits per fase</translation>
    </message>
    <message>
        <source>{fix}: being worked out, {done} of {steps}…</source>
        <translation>{fix}: wordt uitgezocht, {done} van {steps}…</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Goed</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>Te klein</translation>
    </message>
    <message>
        <source>No notes</source>
        <translation>Geen kaartjes</translation>
    </message>
    <message>
        <source>Too near</source>
        <translation>Te dichtbij</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Baan</translation>
    </message>
    <message>
        <source>Smallest, mm</source>
        <translation>Kleinste, mm</translation>
    </message>
    <message>
        <source>Reads up to</source>
        <translation>Leesbaar tot</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Op papier</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zet terug</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop ermee</translation>
    </message>
    <message>
        <source>Per lane</source>
        <translation>Per baan bekijken</translation>
    </message>
    <message>
        <source>Notes are readable up to {metres} metres; on a wall it should be {wall} metres.</source>
        <translation>Kaartjes zijn te lezen tot {metres} meter; aan de muur hoort dat {wall} meter te zijn.</translation>
    </message>
    <message>
        <source>Notes are readable up to {metres} metres, the smallest words up to {small}.</source>
        <translation>Kaartjes zijn te lezen tot {metres} meter, de kleinste woorden tot {small} meter.</translation>
    </message>
    <message>
        <source>All text fits.</source>
        <translation>Alle tekst past.</translation>
    </message>
    <message>
        <source>How far each lane reads</source>
        <translation>Hoe ver elke baan te lezen is</translation>
    </message>
    <message>
        <source>{fix}: being worked out…</source>
        <translation>{fix}: wordt uitgezocht…</translation>
    </message>
    <message>
        <source>The smallest text is {size} mm high (its x), below the {least} mm that can be read.</source>
        <translation>De kleinste tekst is {size} mm hoog (de x), onder de {least} mm die te lezen is.</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>Measured is the height of an x. A text reads up to 0.4 m for each mm of it.</source>
        <translation>Gemeten is de hoogte van een x. Een tekst is te lezen tot 0,4 m voor elke mm daarvan.</translation>
    </message>
    <message>
        <source>These files are there already</source>
        <translation>Deze bestanden zijn er al</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vervang</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in “{folder}” will be replaced: {names}.</source>
        <translation><numerusform>%n bestand in “{folder}” wordt vervangen: {names}.</numerusform><numerusform>%n bestanden in “{folder}” worden vervangen: {names}.</numerusform></translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Vellen</translation>
    </message>
    <message>
        <source>Nothing of this map was printed on sheets here yet.</source>
        <translation>Van deze kaart is hier nog niets op vellen gedrukt.</translation>
    </message>
    <message numerus="yes">
        <source>{print}: the notes do not fit their places of then; %n sheet(s) differ.</source>
        <translation><numerusform>{print}: de kaartjes passen niet meer op hun plek van toen; %n vel is anders.</numerusform><numerusform>{print}: de kaartjes passen niet meer op hun plek van toen; %n vellen zijn anders.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{print}: %n sheet(s) differ.</source>
        <translation><numerusform>{print}: %n vel is anders.</numerusform><numerusform>{print}: %n vellen zijn anders.</numerusform></translation>
    </message>
    <message>
        <source>Choose earlier map or PDF…</source>
        <translation>Kies een eerdere kaart of pdf…</translation>
    </message>
    <message>
        <source>Print as then</source>
        <translation>Druk af zoals toen</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Alle {count}</translation>
    </message>
    <message>
        <source>Changed {count}</source>
        <translation>Anders {count}</translation>
    </message>
    <message>
        <source>{print}: with other settings, so all sheets differ.</source>
        <translation>{print}: met andere instellingen, dus alle vellen zijn anders.</translation>
    </message>
    <message>
        <source>The map or PDF of the earlier print</source>
        <translation>De kaart of pdf van de eerdere druk</translation>
    </message>
    <message>
        <source>Since the print of {date}</source>
        <translation>Sinds de druk van {date}</translation>
    </message>
    <message>
        <source>Maps and posters</source>
        <translation>Kaarten en posters</translation>
    </message>
    <message>
        <source>Since {name}</source>
        <translation>Sinds {name}</translation>
    </message>
    <message>
        <source>Here {suffix} files are made, and “{name}” is none. End the name in {suffix}, or choose “{page}” above.</source>
        <translation>Hier maak je {suffix}-bestanden, en ‘{name}’ is er geen. Laat de naam eindigen op {suffix}, of kies hierboven ‘{page}’.</translation>
    </message>
    <message>
        <source>A folder for the parts of the kit</source>
        <translation>Een map voor de delen van het pakket</translation>
    </message>
    <message>
        <source>A folder for the posters</source>
        <translation>Een map voor de posters</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) and the assembly page</source>
        <translation><numerusform>%n vel en het montageblad</numerusform><numerusform>%n vellen en het montageblad</numerusform></translation>
    </message>
    <message>
        <source>For Excel and LibreOffice</source>
        <translation>Voor Excel en LibreOffice</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation><numerusform>%n vel</numerusform><numerusform>%n vellen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) {paper}</source>
        <translation><numerusform>%n bladzijde {paper}</numerusform><numerusform>%n bladzijden {paper}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>In %n PDF(s), to be printed at 100 %</source>
        <translation><numerusform>In %n pdf, te printen op 100 %</numerusform><numerusform>In %n pdf’s, te printen op 100 %</numerusform></translation>
    </message>
    <message>
        <source>An empty workbook</source>
        <translation>Een lege werkmap</translation>
    </message>
    <message numerus="yes">
        <source>A workbook with %n note(s)</source>
        <translation><numerusform>Een werkmap met %n kaartje</numerusform><numerusform>Een werkmap met %n kaartjes</numerusform></translation>
    </message>
    <message>
        <source>{area} m² paper</source>
        <translation>{area} m² papier</translation>
    </message>
    <message>
        <source>One page</source>
        <translation>Eén bladzijde</translation>
    </message>
    <message>
        <source>{dpi} dots per inch</source>
        <translation>{dpi} punten per inch</translation>
    </message>
    <message>
        <source>One page {paper}</source>
        <translation>Eén bladzijde {paper}</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>Aanname</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemeten</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>Mogelijke klant</translation>
    </message>
    <message>
        <source>Influencer</source>
        <translation>Beïnvloeder</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Medewerker</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Samenwerkende partij</translation>
    </message>
    <message>
        <source>Competitor</source>
        <translation>Concurrent</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>Uitgesproken</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>Sluimerend</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citaat</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message>
        <source>Product feature</source>
        <translation>Eigenschap van het product</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Werkwijze</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Proef</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Te doen</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Vervallen</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Ernst</translation>
    </message>
    <message>
        <source>Kind of need</source>
        <translation>Soort behoefte</translation>
    </message>
    <message>
        <source>Kind of insight</source>
        <translation>Soort inzicht</translation>
    </message>
    <message>
        <source>Kind of solution</source>
        <translation>Soort oplossing</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanalen</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschrijving</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Oorzaak</translation>
    </message>
    <message>
        <source>Conversion goal</source>
        <translation>Conversiedoel</translation>
    </message>
    <message>
        <source>Moment of truth</source>
        <translation>Moment van de waarheid</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duur</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Foto’s en beelden</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Persona’s</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>Betrokkenen</translation>
    </message>
    <message>
        <source>Recorded in</source>
        <translation>Vastgelegd in</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Bereik</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Moeite</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Date of the source</source>
        <translation>Datum van de bron</translation>
    </message>
    <message>
        <source>What the note is too short for</source>
        <translation>Waar het kaartje te kort voor is</translation>
    </message>
    <message>
        <source>Why does this happen?</source>
        <translation>Waarom gebeurt dit?</translation>
    </message>
    <message>
        <source>What should the customer do next?</source>
        <translation>Wat moet de klant hierna doen?</translation>
    </message>
    <message>
        <source>For example: Saturday morning</source>
        <translation>Bijvoorbeeld: zaterdagochtend</translation>
    </message>
    <message>
        <source>For example: 20 min, 2 h, 3 d</source>
        <translation>Bijvoorbeeld: 20 min, 2 u, 3 d</translation>
    </message>
    <message>
        <source>Whom does this concern?</source>
        <translation>Over wie gaat dit?</translation>
    </message>
    <message>
        <source>The system that knows of this contact</source>
        <translation>Het systeem dat van dit contact weet</translation>
    </message>
    <message>
        <source>Share of customers, in %</source>
        <translation>Deel van de klanten, in %</translation>
    </message>
    <message>
        <source>Who said it, or where it was counted</source>
        <translation>Wie het zei, of waar het geteld is</translation>
    </message>
    <message>
        <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
        <translation>jan feb mrt apr mei jun jul aug sep okt nov dec</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} d</source>
        <translation>{number} d</translation>
    </message>
    <message>
        <source>{number} h</source>
        <translation>{number} u</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} min</translation>
    </message>
    <message>
        <source>“{text}” is no duration; write 20 min, 2 h or 3 d.</source>
        <translation>‘{text}’ is geen duur. Schrijf 20 min, 2 u of 3 d.</translation>
    </message>
    <message>
        <source>“{text}” is too long for a duration.</source>
        <translation>‘{text}’ is te lang voor een duur.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>The disk did not keep what was written to “{name}”; save it on another disk.</source>
        <translation>De schijf heeft ‘{name}’ niet goed weggeschreven; bewaar het op een andere schijf.</translation>
    </message>
    <message>
        <source>“{name}” is too large ({size} MB, at most {limit} MB); open a smaller file.</source>
        <translation>‘{name}’ is te groot ({size} MB, hoogstens {limit} MB); open een kleiner bestand.</translation>
    </message>
    <message>
        <source>“{name}” is not a possible file name; choose another one.</source>
        <translation>‘{name}’ kan geen bestandsnaam zijn; kies een andere.</translation>
    </message>
    <message>
        <source>“{name}” is a folder or a device, not a file; choose another name.</source>
        <translation>‘{name}’ is een map of een apparaat, geen bestand; kies een andere naam.</translation>
    </message>
    <message>
        <source>“{name}” is a folder; choose a file in it.</source>
        <translation>‘{name}’ is een map; kies een bestand daarin.</translation>
    </message>
    <message>
        <source>“{name}” is not a file; choose a file.</source>
        <translation>‘{name}’ is geen bestand; kies een bestand.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved ({reason}); save it somewhere else.</source>
        <translation>‘{name}’ kon niet worden bewaard ({reason}); bewaar het ergens anders.</translation>
    </message>
    <message>
        <source>“{name}” is in use by another program; close it there and save again.</source>
        <translation>‘{name}’ is in gebruik bij een ander programma; sluit het daar en bewaar opnieuw.</translation>
    </message>
    <message>
        <source>There is no room to save “{name}”; free some space or save it somewhere else.</source>
        <translation>Er is geen ruimte om ‘{name}’ te bewaren; maak ruimte of bewaar het ergens anders.</translation>
    </message>
    <message>
        <source>“{name}” cannot be changed here; save it under another name or in another folder.</source>
        <translation>‘{name}’ mag hier niet worden gewijzigd; bewaar het onder een andere naam of in een andere map.</translation>
    </message>
    <message>
        <source>The folder of “{name}” is not there; plug the disk back in or save somewhere else.</source>
        <translation>De map van ‘{name}’ is er niet; sluit de schijf weer aan of bewaar het ergens anders.</translation>
    </message>
    <message>
        <source>The name “{name}” is too long for this disk; choose a shorter one.</source>
        <translation>De naam ‘{name}’ is te lang voor deze schijf; kies een kortere.</translation>
    </message>
    <message>
        <source>The disk failed while saving “{name}”; save it on another disk.</source>
        <translation>De schijf haperde bij het bewaren van ‘{name}’; bewaar het op een andere schijf.</translation>
    </message>
    <message>
        <source>“{name}” is not there; it was looked for in “{folder}”.</source>
        <translation>‘{name}’ staat er niet; er is gezocht in ‘{folder}’.</translation>
    </message>
    <message>
        <source>“{name}” is not there; check the name and the folder.</source>
        <translation>‘{name}’ is er niet; controleer de naam en de map.</translation>
    </message>
    <message>
        <source>“{name}” exists already; choose another name.</source>
        <translation>‘{name}’ bestaat al; kies een andere naam.</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program; save under another name to keep both.</source>
        <translation>‘{name}’ is door een ander programma gewijzigd; bewaar onder een andere naam om beide te houden.</translation>
    </message>
    <message>
        <source>You are not allowed to read “{name}”; ask its owner for access.</source>
        <translation>Je mag ‘{name}’ niet lezen; vraag de eigenaar om toegang.</translation>
    </message>
    <message>
        <source>The disk failed while reading “{name}”; try a copy of the file.</source>
        <translation>De schijf haperde bij het lezen van ‘{name}’; probeer een kopie van het bestand.</translation>
    </message>
    <message>
        <source>“{name}” could not be read ({reason}); try a copy of the file.</source>
        <translation>‘{name}’ kon niet worden gelezen ({reason}); probeer een kopie van het bestand.</translation>
    </message>
    <message>
        <source>The last save was cut off; the map was completed from its copy. Save it again.</source>
        <translation>Het laatste bewaren brak af; de kaart is aangevuld uit de kopie. Bewaar hem opnieuw.</translation>
    </message>
    <message>
        <source>This map is large ({size} MB); opening and saving it takes a while.</source>
        <translation>Deze kaart is groot ({size} MB); openen en bewaren duurt even.</translation>
    </message>
    <message>
        <source>the map's data</source>
        <translation>de gegevens van de kaart</translation>
    </message>
    <message>
        <source>a phase</source>
        <translation>een fase</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>een stap</translation>
    </message>
    <message>
        <source>a lane</source>
        <translation>een baan</translation>
    </message>
    <message>
        <source>a persona</source>
        <translation>een persona</translation>
    </message>
    <message>
        <source>a channel</source>
        <translation>een kanaal</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>een kaartje</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>een verbinding</translation>
    </message>
    <message>
        <source>a feeling</source>
        <translation>een gevoel</translation>
    </message>
    <message>
        <source>an action</source>
        <translation>een actie</translation>
    </message>
    <message>
        <source>a saved filter</source>
        <translation>een bewaard filter</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>een beeld</translation>
    </message>
    <message>
        <source>“{name}” needs a newer Journeywall (file version {version}); update to open it.</source>
        <translation>‘{name}’ vraagt een nieuwere Journeywall (bestandsversie {version}); werk bij om het te openen.</translation>
    </message>
    <message>
        <source>“{name}” does not say which version it is; open a copy of it.</source>
        <translation>‘{name}’ zegt niet welke versie het is; open een kopie.</translation>
    </message>
    <message>
        <source>The map had no usable id and got one.</source>
        <translation>De kaart had geen bruikbare id en kreeg er een.</translation>
    </message>
    <message>
        <source>This line could not be read and was put aside.</source>
        <translation>Deze regel kon niet worden gelezen en is apart gezet.</translation>
    </message>
    <message>
        <source>The end of the file is missing; what stood there is lost.</source>
        <translation>Het einde van het bestand ontbreekt; wat daar stond is weg.</translation>
    </message>
    <message>
        <source>“{name}” is not a Journeywall map; choose a .journey file.</source>
        <translation>‘{name}’ is geen kaart van Journeywall; kies een .journey-bestand.</translation>
    </message>
    <message>
        <source>The map needs a newer Journeywall (file version {version}) and is shown as far as it is understood; update to change it.</source>
        <translation>De kaart vraagt een nieuwere Journeywall (bestandsversie {version}) en is te zien voor zover hij begrepen wordt; werk bij om hem te veranderen.</translation>
    </message>
    <message>
        <source>The map was made with a newer Journeywall; what is unknown here is kept.</source>
        <translation>De kaart is gemaakt met een nieuwere Journeywall; wat hier onbekend is blijft bewaard.</translation>
    </message>
    <message>
        <source>The file was changed outside Journeywall, or it is damaged; look it through.</source>
        <translation>Het bestand is buiten Journeywall gewijzigd of beschadigd; kijk het na.</translation>
    </message>
    <message>
        <source>“{name}” holds more than {count} records; it is no map to work with.</source>
        <translation>‘{name}’ bevat meer dan {count} onderdelen; met zo'n kaart is niet te werken.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that could not be read stay put aside in the file.</source>
        <translation><numerusform>%n onderdeel dat niet te lezen was blijft apart in het bestand staan.</numerusform><numerusform>%n onderdelen die niet te lezen waren blijven apart in het bestand staan.</numerusform></translation>
    </message>
    <message>
        <source>In {what} an unusable value was put aside: {field}.</source>
        <translation>In {what} is een onbruikbare waarde apart gezet: {field}.</translation>
    </message>
    <message>
        <source>The note had no number and became {number}.</source>
        <translation>Het kaartje had geen nummer en is {number} geworden.</translation>
    </message>
    <message>
        <source>The file holds {what} twice; the second one was put aside.</source>
        <translation>Het bestand bevat {what} twee keer; de tweede is apart gezet.</translation>
    </message>
    <message>
        <source>“{name}” is damaged and could not be mended; open a copy of it.</source>
        <translation>‘{name}’ is beschadigd en niet te herstellen; open een kopie.</translation>
    </message>
    <message>
        <source>Something that every map has was missing and was added.</source>
        <translation>Iets dat elke kaart heeft ontbrak en is toegevoegd.</translation>
    </message>
    <message>
        <source>“{name}” is of an older version and could not be converted; open a copy of it.</source>
        <translation>‘{name}’ is van een oudere versie en kon niet worden omgezet; open een kopie.</translation>
    </message>
    <message>
        <source>The file holds {what} that leads nowhere; it was put aside.</source>
        <translation>Het bestand bevat {what} zonder bestemming; die is apart gezet.</translation>
    </message>
    <message>
        <source>The file holds {what} that cannot be read ({field}); it was put aside.</source>
        <translation>Het bestand bevat iets dat niet te lezen is: {what} ({field}); dat is apart gezet.</translation>
    </message>
    <message>
        <source>The file holds {what} that cannot be read; it was put aside.</source>
        <translation>Het bestand bevat iets dat niet te lezen is: {what}; dat is apart gezet.</translation>
    </message>
    <message>
        <source>Note {number} stood nowhere and lies in the inbox now.</source>
        <translation>Kaartje {number} stond nergens en ligt nu in de inbox.</translation>
    </message>
    <message>
        <source>Two notes were {old}; this one became {new}.</source>
        <translation>Twee kaartjes waren {old}; dit is {new} geworden.</translation>
    </message>
    <message>
        <source>The file holds {what} that was mended.</source>
        <translation>Het bestand bevat iets dat hersteld is: {what}.</translation>
    </message>
    <message>
        <source>Note {number} was mended: its place, channels or pictures did not exist.</source>
        <translation>Kaartje {number} is hersteld: zijn plek, kanalen of afbeeldingen bestonden niet.</translation>
    </message>
    <message>
        <source>The logo of the map is not in the file; choose it again.</source>
        <translation>Het logo van de kaart zit niet in het bestand; kies het opnieuw.</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>regel {line}</translation>
    </message>
    <message>
        <source>“{name}” is damaged or not JSON (line {line}, column {column}); open a copy.</source>
        <translation>‘{name}’ is beschadigd of geen JSON (regel {line}, teken {column}); open een kopie.</translation>
    </message>
    <message>
        <source>“{name}” is cut off at line {line}, column {column}; open a copy.</source>
        <translation>‘{name}’ breekt af op regel {line}, teken {column}; open een kopie.</translation>
    </message>
    <message>
        <source>“{name}” has the field “{detail}” twice (line {line}, column {column}); remove one of them.</source>
        <translation>‘{name}’ heeft het veld ‘{detail}’ twee keer (regel {line}, teken {column}); haal er een weg.</translation>
    </message>
    <message>
        <source>“{name}” has {detail} where a number should be (line {line}, column {column}); correct it.</source>
        <translation>‘{name}’ heeft {detail} waar een getal hoort (regel {line}, teken {column}); verbeter het.</translation>
    </message>
    <message>
        <source>“{name}” has a number that is too large (line {line}, column {column}); correct it.</source>
        <translation>‘{name}’ heeft een te groot getal (regel {line}, teken {column}); verbeter het.</translation>
    </message>
    <message>
        <source>“{name}” is nested too deep (line {line}, column {column}); it is no map.</source>
        <translation>‘{name}’ is te diep genest (regel {line}, teken {column}); het is geen kaart.</translation>
    </message>
    <message>
        <source>“{name}” is empty; open a copy of it.</source>
        <translation>‘{name}’ is leeg; open een kopie.</translation>
    </message>
    <message>
        <source>“{name}” holds nothing but zeros ({count} bytes): the disk lost it; open a copy.</source>
        <translation>‘{name}’ bevat alleen nullen ({count} bytes): de schijf is het kwijt; open een kopie.</translation>
    </message>
    <message>
        <source>“{name}” is saved as UTF-16; save it as UTF-8 and open it again.</source>
        <translation>‘{name}’ is bewaard als UTF-16; bewaar het als UTF-8 en open het opnieuw.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or not UTF-8 text (line {line}, column {column}); open a copy.</source>
        <translation>‘{name}’ is beschadigd of geen UTF-8-tekst (regel {line}, teken {column}); open een kopie.</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>Filter: {what}.</source>
        <translation>Filter: {what}.</translation>
    </message>
    <message>
        <source>No note on the map fits.</source>
        <translation>Geen kaartje op de kaart past.</translation>
    </message>
    <message>
        <source>Filter “{name}”: {what}.</source>
        <translation>Filter “{name}”: {what}.</translation>
    </message>
    <message>
        <source>The wall shows the same.</source>
        <translation>De wand toont hetzelfde.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Toon alles</translation>
    </message>
    <message>
        <source>Find notes</source>
        <translation>Kaartjes zoeken</translation>
    </message>
    <message>
        <source>{found} of {all} notes</source>
        <translation>{found} van {all} kaartjes</translation>
    </message>
    <message>
        <source>Words, or a number</source>
        <translation>Woorden, of een nummer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Severity at least</source>
        <translation>Ernst minstens</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanaal</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Do you mean “{word}”?</source>
        <translation>Bedoel je ‘{word}’?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vervang</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Naam van het filter</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>“{name}” hernoemen</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>“{name}” verwijderen</translation>
    </message>
    <message>
        <source>Saved with the map</source>
        <translation>Bewaard bij de kaart</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Bewaar dit filter</translation>
    </message>
    <message>
        <source>“{name}” is there already and is changed.</source>
        <translation>“{name}” is er al en wordt gewijzigd.</translation>
    </message>
    <message>
        <source>Another filter is called “{name}”. Choose another name.</source>
        <translation>Een ander filter heet al “{name}”. Kies een andere naam.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>somebody</source>
        <translation>iemand</translation>
    </message>
    <message>
        <source>severity {number} or more</source>
        <translation>ernst {number} of meer</translation>
    </message>
</context>
<context>
    <name>Forget</name>
    <message>
        <source>“{title}” is forgotten on this computer.</source>
        <translation>“{title}” is vergeten op deze computer.</translation>
    </message>
    <message>
        <source>Lines of the log that name it</source>
        <translation>Regels in het logboek die de kaart noemen</translation>
    </message>
    <message>
        <source>Work in the open map that is not saved</source>
        <translation>Werk in de open kaart dat niet bewaard is</translation>
    </message>
    <message numerus="yes">
        <source>Work that was found after a crash: %n time(s)</source>
        <translation><numerusform>Werk dat na een crash is gevonden: %n keer</numerusform><numerusform>Werk dat na een crash is gevonden: %n keer</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Work that was closed without saving: %n time(s)</source>
        <translation><numerusform>Werk dat is gesloten zonder het te bewaren: %n keer</numerusform><numerusform>Werk dat is gesloten zonder het te bewaren: %n keer</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n earlier version(s)</source>
        <translation><numerusform>%n eerdere versie</numerusform><numerusform>%n eerdere versies</numerusform></translation>
    </message>
    <message>
        <source>Its picture on the start screen</source>
        <translation>Het plaatje op het startscherm</translation>
    </message>
    <message>
        <source>Its settings for printing, and what was printed last</source>
        <translation>De instellingen voor afdrukken, en wat het laatst is gedrukt</translation>
    </message>
    <message>
        <source>Its place in the list of recent maps</source>
        <translation>De plek in de lijst van recente kaarten</translation>
    </message>
    <message>
        <source>This goes, and cannot be put back:</source>
        <translation>Dit verdwijnt, en komt niet terug:</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergeet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>Forget “{title}” on this computer?</source>
        <translation>“{title}” vergeten op deze computer?</translation>
    </message>
    <message>
        <source>The map is closed first, without being saved.</source>
        <translation>De kaart wordt eerst gesloten, zonder te bewaren.</translation>
    </message>
    <message>
        <source>This map is in no file: nothing of it stays.</source>
        <translation>Deze kaart staat in geen bestand: er blijft niets van over.</translation>
    </message>
    <message>
        <source>The file itself stays as it is: {path}</source>
        <translation>Het bestand zelf blijft zoals het is: {path}</translation>
    </message>
    <message>
        <source>This map is open in another program; close it there and try again.</source>
        <translation>Deze kaart is open in een ander programma; sluit hem daar en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Not everything of this map could be deleted; close other programs and try again.</source>
        <translation>Niet alles van deze kaart kon worden gewist; sluit andere programma’s en probeer het opnieuw.</translation>
    </message>
</context>
<context>
    <name>House</name>
    <message>
        <source>“{text}” is no colour; write six digits 0 to 9 and A to F, such as #1F5FD0.</source>
        <translation>“{text}” is geen kleur; schrijf zes tekens 0 tot 9 en A tot F, zoals #1F5FD0.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>“{name}” is of a kind that cannot be imported; choose a file of these: {kinds}.</source>
        <translation>Dit soort bestand (‘{name}’) kan niet worden geïmporteerd; kies een bestand van deze soorten: {kinds}.</translation>
    </message>
    <message>
        <source>“{kind}” cannot be imported; choose one of these: {kinds}.</source>
        <translation>‘{kind}’ kan niet worden geïmporteerd; kies een van deze: {kinds}.</translation>
    </message>
    <message>
        <source>Mermaid journey</source>
        <translation>Mermaid-reis</translation>
    </message>
    <message>
        <source>Markdown with a journey</source>
        <translation>Markdown met een reis</translation>
    </message>
    <message>
        <source>Poster with its map</source>
        <translation>Poster met zijn kaart</translation>
    </message>
    <message>
        <source>Journeywall map</source>
        <translation>Journeywall-kaart</translation>
    </message>
    <message>
        <source>“{name}” holds no Mermaid journey; choose a page with a journey diagram.</source>
        <translation>In ‘{name}’ staat geen Mermaid-reis; kies een pagina met een journey-diagram.</translation>
    </message>
    <message>
        <source>Here begins another journey; only the first one of a page is read.</source>
        <translation>Hier begint nog een reis; alleen de eerste van een pagina wordt gelezen.</translation>
    </message>
    <message>
        <source>This diagram is no journey and was left out.</source>
        <translation>Dit diagram is geen reis en is weggelaten.</translation>
    </message>
    <message>
        <source>“{name}” holds more than a map can; import it in parts.</source>
        <translation>In ‘{name}’ staat meer dan een kaart aankan; importeer het in delen.</translation>
    </message>
    <message>
        <source>“{name}” holds no Mermaid journey: it should begin with the word “journey”.</source>
        <translation>In ‘{name}’ staat geen Mermaid-reis: het hoort te beginnen met het woord ‘journey’.</translation>
    </message>
    <message numerus="yes">
        <source>a text is too long; its last %n character(s) were left out.</source>
        <translation><numerusform>een tekst is te lang; het laatste teken is weggelaten.</numerusform><numerusform>een tekst is te lang; de laatste %n tekens zijn weggelaten.</numerusform></translation>
    </message>
    <message>
        <source>“{text}” was taken as the title; add it as a note if a task was meant.</source>
        <translation>‘{text}’ is gelezen als titel; maak er een kaartje van als het een taak was.</translation>
    </message>
    <message>
        <source>this title replaces the one before it, “{title}”.</source>
        <translation>deze titel vervangt de vorige, ‘{title}’.</translation>
    </message>
    <message>
        <source>Mermaid reads a task “{short}” here, because of the colon; it was taken as “{name}”. Check the score.</source>
        <translation>Mermaid leest hier door de dubbele punt een taak ‘{short}’; het is ‘{name}’ geworden. Kijk de score na.</translation>
    </message>
    <message>
        <source>what stands behind the actors was left out: “{text}”.</source>
        <translation>wat achter de personen staat is weggelaten: ‘{text}’.</translation>
    </message>
    <message>
        <source>“{score}” is no number; the feeling of “{task}” stays open.</source>
        <translation>‘{score}’ is geen getal; het gevoel bij ‘{task}’ blijft open.</translation>
    </message>
    <message>
        <source>the score {score} of “{task}” lies outside 1 to 5; it became {taken}.</source>
        <translation>de score {score} van ‘{task}’ ligt niet tussen 1 en 5; het werd {taken}.</translation>
    </message>
    <message>
        <source>the score {score} of “{task}” is no whole number; it became {taken}.</source>
        <translation>de score {score} van ‘{task}’ is geen heel getal; het werd {taken}.</translation>
    </message>
    <message>
        <source>“{key}” says how Mermaid draws; it has no place in a map and was left out.</source>
        <translation>‘{key}’ gaat over hoe Mermaid tekent; dat hoort niet in een kaart en is weggelaten.</translation>
    </message>
    <message>
        <source>this is no part of a journey diagram; it lies in the inbox as a note: “{text}”.</source>
        <translation>dit hoort niet in een journey-diagram; het ligt als kaartje in de inbox: ‘{text}’.</translation>
    </message>
    <message>
        <source>Mermaid reads “#” as the start of a comment; “{text}” was left out.</source>
        <translation>voor Mermaid begint bij ‘#’ een opmerking; ‘{text}’ is weggelaten.</translation>
    </message>
    <message numerus="yes">
        <source>%n comment line(s) were left out.</source>
        <translation><numerusform>Er is één regel met een opmerking weggelaten.</numerusform><numerusform>Er zijn %n regels met opmerkingen weggelaten.</numerusform></translation>
    </message>
    <message>
        <source>“{name}” holds a Mermaid diagram of the kind “{kind}”; choose a journey.</source>
        <translation>In ‘{name}’ staat een Mermaid-diagram van het soort ‘{kind}’; kies een reis (journey).</translation>
    </message>
    <message>
        <source>the title is empty.</source>
        <translation>de titel is leeg.</translation>
    </message>
    <message>
        <source>this section has no name; it became a phase without one.</source>
        <translation>deze sectie heeft geen naam; het werd een fase zonder naam.</translation>
    </message>
    <message>
        <source>there are two sections “{name}”; they stay two phases.</source>
        <translation>er zijn twee secties ‘{name}’; het blijven twee fasen.</translation>
    </message>
    <message>
        <source>there is more than one description; they were put together.</source>
        <translation>er is meer dan één omschrijving; ze zijn samengevoegd.</translation>
    </message>
    <message>
        <source>Mermaid allows no “;” here; it was kept.</source>
        <translation>Mermaid staat hier geen ‘;’ toe; hij is bewaard.</translation>
    </message>
    <message>
        <source>this task has no name; it became an empty note.</source>
        <translation>deze taak heeft geen naam; het werd een leeg kaartje.</translation>
    </message>
    <message>
        <source>the description is never closed; it was read to the end.</source>
        <translation>de omschrijving wordt nergens afgesloten; ze is tot het einde gelezen.</translation>
    </message>
    <message>
        <source>Mermaid allows no “;” at the end of a line; it was left out.</source>
        <translation>Mermaid staat geen ‘;’ toe aan het einde van een regel; hij is weggelaten.</translation>
    </message>
    <message>
        <source>a title over several lines was left out; type it in the editor.</source>
        <translation>een titel van meer regels is weggelaten; typ hem in de editor.</translation>
    </message>
    <message>
        <source>a second “journey” was read as part of the first one.</source>
        <translation>een tweede ‘journey’ is gelezen als deel van de eerste.</translation>
    </message>
    <message>
        <source>Mermaid allows no colon in a section’s name; it was kept: “{name}”.</source>
        <translation>Mermaid staat geen dubbele punt toe in de naam van een sectie; hij is bewaard: ‘{name}’.</translation>
    </message>
    <message>
        <source>“{task}” has no score; its feeling stays open.</source>
        <translation>‘{task}’ heeft geen score; het gevoel blijft open.</translation>
    </message>
    <message>
        <source>“{name}” is named twice; once counts.</source>
        <translation>‘{name}’ staat er twee keer; één keer telt.</translation>
    </message>
    <message>
        <source>Mermaid reads “{word}” as a keyword here; it was taken as a task’s name.</source>
        <translation>Mermaid leest ‘{word}’ hier als sleutelwoord; het is gelezen als naam van een taak.</translation>
    </message>
    <message>
        <source>“{name}” carries no map: it was made without one, or by another program. Open the map’s own file instead.</source>
        <translation>In ‘{name}’ zit geen kaart: hij is zonder gemaakt, of door een ander programma. Open het bestand van de kaart zelf.</translation>
    </message>
    <message>
        <source>“{name}” is no PDF that can be opened: it is damaged, or asks for a password.</source>
        <translation>‘{name}’ is geen pdf die open kan: hij is beschadigd, of vraagt een wachtwoord.</translation>
    </message>
    <message>
        <source>“{name}” could not be looked through: it is damaged, or made to do harm. Open the map’s own file instead.</source>
        <translation>‘{name}’ kon niet worden doorgekeken: het is beschadigd, of gemaakt om kwaad te doen. Open het bestand van de kaart zelf.</translation>
    </message>
    <message>
        <source>“{name}” is too large to be looked through; open the map’s own file instead.</source>
        <translation>‘{name}’ is te groot om te doorzoeken; open het bestand van de kaart zelf.</translation>
    </message>
    <message>
        <source>Line {line}: {sentence}</source>
        <translation>Regel {line}: {sentence}</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>the disk of this computer does not answer.</source>
        <translation>de schijf van deze computer reageert niet.</translation>
    </message>
    <message>
        <source>Your work is not protected since {time}: {reason}</source>
        <translation>Je werk is sinds {time} niet beschermd: {reason}</translation>
    </message>
    <message>
        <source>The work in “{name}” cannot be read; its files stay in {folder}.</source>
        <translation>Het werk in ‘{name}’ is niet te lezen; de bestanden blijven in {folder}.</translation>
    </message>
    <message>
        <source>The journal is damaged; what came after edit {count} could not be read.</source>
        <translation>Het logboek is beschadigd; wat na bewerking {count} kwam is niet te lezen.</translation>
    </message>
    <message>
        <source>“{name}” could not be put away; it is offered again at the next start.</source>
        <translation>“{name}” kon niet worden weggedaan; je krijgt het bij de volgende start weer aangeboden.</translation>
    </message>
    <message>
        <source>“{name}” could not be taken back; it stays among the discarded work.</source>
        <translation>“{name}” kon niet worden teruggehaald; het blijft bij het weggedane werk.</translation>
    </message>
    <message>
        <source>The text that was being typed is in the map.</source>
        <translation>De tekst die je aan het typen was staat in de kaart.</translation>
    </message>
    <message>
        <source>The recovered map was mended; look it through.</source>
        <translation>De teruggehaalde kaart is hersteld; kijk hem na.</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Touchpoint</source>
        <translation>Contactmoment</translation>
    </message>
    <message>
        <source>Touchpoints</source>
        <translation>Contactmomenten</translation>
    </message>
    <message>
        <source>Customer action</source>
        <translation>Klantactie</translation>
    </message>
    <message>
        <source>Customer actions</source>
        <translation>Klantacties</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>Gedachte</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Gedachten</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Behoefte</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Behoeften</translation>
    </message>
    <message>
        <source>Pain point</source>
        <translation>Pijnpunt</translation>
    </message>
    <message>
        <source>Pain points</source>
        <translation>Pijnpunten</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>Inzicht</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Inzichten</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Kans</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Kansen</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Oplossing</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Oplossingen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanalen</translation>
    </message>
    <message>
        <source>What does the customer do here, and where?</source>
        <translation>Wat doet de klant hier, en waar?</translation>
    </message>
    <message>
        <source>What does the customer think or say?</source>
        <translation>Wat denkt of zegt de klant?</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>Emotie</translation>
    </message>
    <message>
        <source>Give a note a face and the line begins</source>
        <translation>Geef een kaartje een gezicht, dan begint de lijn</translation>
    </message>
    <message>
        <source>Where does the customer get stuck?</source>
        <translation>Waar loopt de klant hier vast?</translation>
    </message>
    <message>
        <source>What do we know now that we did not before?</source>
        <translation>Wat weten we nu dat we eerst niet wisten?</translation>
    </message>
    <message>
        <source>How could this be better?</source>
        <translation>Hoe zou het beter kunnen?</translation>
    </message>
    <message>
        <source>Who does what, and when?</source>
        <translation>Wie doet wat, en wanneer?</translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message numerus="yes">
        <source>You have %n dot(s). Several may go to the same note.</source>
        <translation><numerusform>Je hebt %n stip.</numerusform><numerusform>Je hebt %n stippen. Meer dan één op hetzelfde kaartje mag.</numerusform></translation>
    </message>
    <message>
        <source>Ballot</source>
        <translation>Stembriefje</translation>
    </message>
    <message>
        <source>Ballots</source>
        <translation>Stembriefjes</translation>
    </message>
    <message>
        <source>How does it feel?</source>
        <translation>Hoe voelt het?</translation>
    </message>
    <message>
        <source>Phase headers</source>
        <translation>Fasekoppen</translation>
    </message>
    <message>
        <source>Lane cards</source>
        <translation>Baankaarten</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>How does it feel? Put a dot in each phase, then join them.</source>
        <translation>Hoe voelt het? Zet een stip in elke fase en verbind ze.</translation>
    </message>
    <message>
        <source>Emotion strip</source>
        <translation>Emotiestrook</translation>
    </message>
    <message>
        <source>Notes with the letter {letter}: {kind}</source>
        <translation>Kaartjes met de letter {letter}: {kind}</translation>
    </message>
    <message>
        <source>Opportunity cards</source>
        <translation>Kansenkaarten</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Rust op</translation>
    </message>
    <message>
        <source>Solutions so far</source>
        <translation>Oplossingen tot nu toe</translation>
    </message>
    <message>
        <source>Who takes this up</source>
        <translation>Wie pakt dit op</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vóór</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Eerste stap</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nog niets</translation>
    </message>
    <message>
        <source>an opportunity</source>
        <translation>een kans</translation>
    </message>
    <message>
        <source>a solution, without an action</source>
        <translation>een oplossing, zonder actie</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>gepland</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>bezig</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>Parking lot</source>
        <translation>Parkeerplaats</translation>
    </message>
    <message>
        <source>Pain points by severity</source>
        <translation>Pijnpunten op ernst</translation>
    </message>
    <message>
        <source>(no text yet)</source>
        <translation>(nog geen tekst)</translation>
    </message>
    <message>
        <source>What matters, but not here and not now. We come back to it.</source>
        <translation>Wat telt, maar niet hier en niet nu. We komen erop terug.</translation>
    </message>
    <message>
        <source>Handouts</source>
        <translation>Uitdeelbladen</translation>
    </message>
    <message numerus="yes">
        <source>%n pain point(s)</source>
        <translation><numerusform>%n pijnpunt</numerusform><numerusform>%n pijnpunten</numerusform></translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>Jouw notities</translation>
    </message>
    <message>
        <source>Done about it: {what}</source>
        <translation>Wat eraan gebeurt: {what}</translation>
    </message>
    <message>
        <source>Touchpoints, with what hangs on them</source>
        <translation>Contactmomenten, met wat eraan hangt</translation>
    </message>
    <message>
        <source>Severity not said yet</source>
        <translation>Ernst nog niet gezegd</translation>
    </message>
    <message>
        <source>Severity {number} of 5</source>
        <translation>Ernst {number} van 5</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Notes to hang</source>
        <translation>Kaartjes om op te hangen</translation>
    </message>
    <message>
        <source>Empty notes</source>
        <translation>Lege kaartjes</translation>
    </message>
    <message>
        <source>Phase {number}</source>
        <translation>Fase {number}</translation>
    </message>
    <message>
        <source>No part is chosen; choose one at least.</source>
        <translation>Er is geen deel gekozen; kies er minstens één.</translation>
    </message>
    <message>
        <source>There is no part “{name}”; choose some of {parts}, or all.</source>
        <translation>Er is geen deel “{name}”; kies uit {parts}, of all.</translation>
    </message>
    <message>
        <source>“{part}” cannot be printed: {reason}</source>
        <translation>“{part}” kan niet worden geprint: {reason}</translation>
    </message>
    <message>
        <source>Wall map</source>
        <translation>Wandkaart</translation>
    </message>
    <message>
        <source>An empty map at true size, to hang and to fill with notes</source>
        <translation>Een lege kaart op ware grootte, om op te hangen en vol te plakken</translation>
    </message>
    <message>
        <source>This map has no phases or no lanes yet; a wall map is made of both.</source>
        <translation>Deze kaart heeft nog geen fasen of geen banen; een wandkaart heeft beide nodig.</translation>
    </message>
    <message>
        <source>A card for each phase, with its question</source>
        <translation>Een kaart voor elke fase, met haar vraag</translation>
    </message>
    <message>
        <source>This map has no phases yet.</source>
        <translation>Deze kaart heeft nog geen fasen.</translation>
    </message>
    <message>
        <source>A card for each lane, with its question</source>
        <translation>Een kaart voor elke baan, met haar vraag</translation>
    </message>
    <message>
        <source>This map has no lanes yet.</source>
        <translation>Deze kaart heeft nog geen banen.</translation>
    </message>
    <message>
        <source>Persona cards</source>
        <translation>Personakaarten</translation>
    </message>
    <message>
        <source>Who travels: portrait, words, goals and frustrations</source>
        <translation>Wie er reist: portret, woorden, doelen en frustraties</translation>
    </message>
    <message>
        <source>Nothing is said of anybody on this map yet; name a persona first.</source>
        <translation>Over niemand op deze kaart is al iets gezegd; geef eerst een persona een naam.</translation>
    </message>
    <message>
        <source>Faces and lines, to draw how it feels from phase to phase</source>
        <translation>Gezichten en lijnen, om te tekenen hoe het van fase tot fase voelt</translation>
    </message>
    <message>
        <source>This map has no emotion lane and no feelings yet.</source>
        <translation>Deze kaart heeft nog geen emotiebaan en geen gevoelens.</translation>
    </message>
    <message>
        <source>Every note as a card with its number, to cut and hang</source>
        <translation>Elk kaartje met zijn nummer, om te knippen en op te hangen</translation>
    </message>
    <message>
        <source>This map has no notes yet.</source>
        <translation>Deze kaart heeft nog geen kaartjes.</translation>
    </message>
    <message>
        <source>A sheet of empty notes for each lane, to write on</source>
        <translation>Een vel lege kaartjes voor elke baan, om op te schrijven</translation>
    </message>
    <message>
        <source>No lane of this map holds notes.</source>
        <translation>Geen baan van deze kaart bevat kaartjes.</translation>
    </message>
    <message>
        <source>A sheet for what matters, but not here and not now</source>
        <translation>Een vel voor wat telt, maar niet hier en niet nu</translation>
    </message>
    <message>
        <source>Each phase on its own, with all its notes</source>
        <translation>Elke fase apart, met al haar kaartjes</translation>
    </message>
    <message>
        <source>No phase of this map holds a note yet.</source>
        <translation>In geen fase van deze kaart hangt al een kaartje.</translation>
    </message>
    <message>
        <source>The list to decide from, the worst first</source>
        <translation>De lijst om uit te kiezen, de ergste eerst</translation>
    </message>
    <message>
        <source>This map has no pain points yet.</source>
        <translation>Deze kaart heeft nog geen pijnpunten.</translation>
    </message>
    <message>
        <source>Half a sheet for each opportunity, to work it out</source>
        <translation>Een half vel voor elke kans, om uit te werken</translation>
    </message>
    <message>
        <source>This map has no opportunities yet.</source>
        <translation>Deze kaart heeft nog geen kansen.</translation>
    </message>
    <message>
        <source>What matters most? Notes with dots to fill in, one for each who votes</source>
        <translation>Wat telt het meest? Kaartjes met stippen om in te kleuren, één voor elke stemmer</translation>
    </message>
    <message>
        <source>There is nothing to vote on yet: two pain points, opportunities or solutions.</source>
        <translation>Er is nog niets om op te stemmen: twee pijnpunten, kansen of oplossingen.</translation>
    </message>
    <message>
        <source>Action list</source>
        <translation>Actielijst</translation>
    </message>
    <message>
        <source>Who does what before when</source>
        <translation>Wie doet wat, en wanneer is het klaar</translation>
    </message>
    <message>
        <source>This map has no actions yet; give a solution its first action.</source>
        <translation>Deze kaart heeft nog geen acties; geef een oplossing haar eerste actie.</translation>
    </message>
    <message>
        <source>A kit is printed on {papers}, not on {name}.</source>
        <translation>Een pakket wordt geprint op {papers}, niet op {name}.</translation>
    </message>
    <message>
        <source>A note of the kit is {least} mm at least each way, to hold its number and place; {given} is not.</source>
        <translation>Een briefje van het pakket is minstens {least} mm in beide richtingen, voor zijn nummer en plek; {given} is dat niet.</translation>
    </message>
    <message>
        <source>A cell of the wall map holds 1 to {most} notes beside or below each other.</source>
        <translation>In een vak van de wandkaart hangen 1 tot {most} kaartjes naast of onder elkaar.</translation>
    </message>
    <message>
        <source>Journey map</source>
        <translation>Klantreis</translation>
    </message>
    <message>
        <source>Paper kit</source>
        <translation>Papierpakket</translation>
    </message>
    <message>
        <source>A wall map is printed on tiles, page, or a roll of so many mm; “{name}” is none.</source>
        <translation>Een wandkaart wordt geprint op tiles, page, of een rol van zoveel mm; “{name}” is geen van die.</translation>
    </message>
    <message>
        <source>A card of {width} by {height} mm does not fit on {paper}; choose a larger paper.</source>
        <translation>Een kaartje van {width} bij {height} mm past niet op {paper}; kies groter papier.</translation>
    </message>
    <message>
        <source>Print at 100 %, then cut along the dashed lines</source>
        <translation>Print op 100 % en knip langs de stippellijnen</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Blad {page} van {pages}</translation>
    </message>
    <message>
        <source>The wall map is {height} mm high, and the roll {roll} mm wide; take a wider roll, or print it on sheets to glue.</source>
        <translation>De wandkaart is {height} mm hoog en de rol {roll} mm breed; neem een bredere rol, of print op vellen om te plakken.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>In the room</source>
        <translation>Aanwezig</translation>
    </message>
    <message>
        <source>A PDF page cannot be longer than 5.08 m, and the wall map would be {length} m; print it on sheets to glue, or with fewer notes across a phase.</source>
        <translation>Een pdf-bladzijde kan niet langer zijn dan 5,08 m, en de wandkaart zou {length} m worden; print op vellen om te plakken, of met minder kaartjes naast elkaar in een fase.</translation>
    </message>
    <message>
        <source>“{name}” is a file; choose a folder for the parts.</source>
        <translation>“{name}” is een bestand; kies een map voor de delen.</translation>
    </message>
    <message>
        <source>The folder “{name}” could not be made ({reason}).</source>
        <translation>De map “{name}” kon niet worden gemaakt ({reason}).</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>{measured} % measured, {observed} % observed, {assumption} % assumption</source>
        <translation>{measured} % gemeten, {observed} % gezien, {assumption} % aanname</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindingen</translation>
    </message>
    <message>
        <source>Feelings aimed for</source>
        <translation>Beoogd gevoel</translation>
    </message>
    <message>
        <source>Blind spots</source>
        <translation>Blinde vlekken</translation>
    </message>
    <message>
        <source>Borders between departments</source>
        <translation>Grenzen tussen afdelingen</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Op de kaart</translation>
    </message>
    <message>
        <source>On notes</source>
        <translation>Op kaartjes</translation>
    </message>
    <message>
        <source>Where used</source>
        <translation>Waar gebruikt</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Altijd</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nooit</translation>
    </message>
    <message>
        <source>Of the choice</source>
        <translation>Van de keuze</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Paden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Attached to</source>
        <translation>Hangt aan</translation>
    </message>
    <message>
        <source>is attached to</source>
        <translation>hangt aan</translation>
    </message>
    <message>
        <source>has attached</source>
        <translation>heeft aangehangen</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>Rust op</translation>
    </message>
    <message>
        <source>is based on</source>
        <translation>rust op</translation>
    </message>
    <message>
        <source>is a ground for</source>
        <translation>is een grond voor</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwoord op</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>is een antwoord op</translation>
    </message>
    <message>
        <source>is answered by</source>
        <translation>wordt beantwoord door</translation>
    </message>
    <message>
        <source>Belongs with</source>
        <translation>Hoort bij</translation>
    </message>
    <message>
        <source>belongs with</source>
        <translation>hoort bij</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>leads to</source>
        <translation>leidt naar</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>volgt op</translation>
    </message>
    <message>
        <source>Loop back</source>
        <translation>Lus terug</translation>
    </message>
    <message>
        <source>goes back to</source>
        <translation>gaat terug naar</translation>
    </message>
    <message>
        <source>is returned to from</source>
        <translation>wordt opnieuw bereikt vanuit</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Overdracht</translation>
    </message>
    <message>
        <source>hands over to</source>
        <translation>draagt over aan</translation>
    </message>
    <message>
        <source>takes over from</source>
        <translation>neemt over van</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>Tegelijk</translation>
    </message>
    <message>
        <source>happens at the same time as</source>
        <translation>gebeurt tegelijk met</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation><numerusform>%n actie</numerusform><numerusform>%n acties</numerusform></translation>
    </message>
    <message>
        <source>New action</source>
        <translation>Nieuwe actie</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Actie</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Zoek in de lijst</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>Elke status</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Every owner</source>
        <translation>Elke eigenaar</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Every department</source>
        <translation>Elke afdeling</translation>
    </message>
    <message>
        <source>Only what is overdue</source>
        <translation>Alleen wat te laat is</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Toon alles</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Te laat</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n action(s)</source>
        <translation><numerusform>{shown} van %n actie</numerusform><numerusform>{shown} van %n acties</numerusform></translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>te laat</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Niet gezegd</translation>
    </message>
    <message>
        <source>To the map</source>
        <translation>Naar de kaart</translation>
    </message>
    <message>
        <source>Put a solution on the map. Its actions come here.</source>
        <translation>Zet een oplossing op de kaart. De acties komen hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) deleted</source>
        <translation><numerusform>%n actie verwijderd</numerusform><numerusform>%n acties verwijderd</numerusform></translation>
    </message>
    <message>
        <source>No action answers this filter.</source>
        <translation>Geen actie past bij dit filter.</translation>
    </message>
    <message>
        <source>No actions yet</source>
        <translation>Nog geen acties</translation>
    </message>
    <message>
        <source>Give a solution its first action: who does what, and when?</source>
        <translation>Geef een oplossing een eerste actie: wie doet wat, en wanneer?</translation>
    </message>
    <message>
        <source>No solutions yet</source>
        <translation>Nog geen oplossingen</translation>
    </message>
    <message>
        <source>Move to another solution…</source>
        <translation>Naar een andere oplossing…</translation>
    </message>
    <message>
        <source>Action list</source>
        <translation>Actielijst</translation>
    </message>
    <message>
        <source>Which solution? Number or words</source>
        <translation>Welke oplossing? Nummer of woorden</translation>
    </message>
    <message>
        <source>Drag a heading to move its column, or its edge to make it wider.</source>
        <translation>Sleep een kop om de kolom te verplaatsen, of de rand ervan om hem breder te maken.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>As the map uses them</source>
        <translation>Zoals de kaart ze gebruikt</translation>
    </message>
    <message>
        <source>Usual order and widths</source>
        <translation>Gewone volgorde en breedte</translation>
    </message>
    <message>
        <source>Press Down for suggestions</source>
        <translation>Druk op Omlaag voor suggesties</translation>
    </message>
    <message>
        <source>31-12-2026</source>
        <translation>31-12-2026</translation>
    </message>
    <message>
        <source>Press Alt Down for a calendar</source>
        <translation>Druk op Alt Omlaag voor een kalender</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Kies een dag</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Kaartje</translation>
    </message>
    <message>
        <source>Find notes by what they say</source>
        <translation>Zoek kaartjes op wat erop staat</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>Kies de kolommen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n note(s)</source>
        <translation><numerusform>{shown} van %n kaartje</numerusform><numerusform>{shown} van %n kaartjes</numerusform></translation>
    </message>
    <message>
        <source>Step without a name</source>
        <translation>Stap zonder naam</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nieuw kaartje</translation>
    </message>
    <message>
        <source>There is no touchpoint yet to attach it to.</source>
        <translation>Er is nog geen contactmoment om het aan te hangen.</translation>
    </message>
    <message>
        <source>No note fits this filter.</source>
        <translation>Geen kaartje past bij dit filter.</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>Nog geen kaartjes</translation>
    </message>
    <message>
        <source>Write the first one here, or on the map.</source>
        <translation>Schrijf het eerste hier, of op de kaart.</translation>
    </message>
    <message>
        <source>Which touchpoint? One it is attached to lets it go</source>
        <translation>Welk contactmoment? Kies waar het al aan hangt om het los te maken</translation>
    </message>
    <message>
        <source>List of all notes</source>
        <translation>Lijst van alle kaartjes</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>sorted down</source>
        <translation>aflopend gesorteerd</translation>
    </message>
    <message>
        <source>sorted up</source>
        <translation>oplopend gesorteerd</translation>
    </message>
    <message>
        <source>Sort by {column}</source>
        <translation>Sorteer op {column}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation><numerusform>%n rij gekopieerd</numerusform><numerusform>%n rijen gekopieerd</numerusform></translation>
    </message>
    <message>
        <source>Enter edits, Insert adds, Delete removes, Ctrl Up and Ctrl Down sort</source>
        <translation>Enter bewerkt, Insert voegt toe, Delete verwijdert, Ctrl Omhoog en Ctrl Omlaag sorteren</translation>
    </message>
    <message>
        <source>Ctrl Shift Left and Right move a column</source>
        <translation>Ctrl Shift Links en Rechts verplaatsen een kolom</translation>
    </message>
    <message>
        <source>{column} is column {place} of {count} now</source>
        <translation>{column} is nu kolom {place} van {count}</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Toon op de kaart</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieer</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijder</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Breder</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Order of the map</source>
        <translation>Volgorde van de kaart</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Naar links</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Naar rechts</translation>
    </message>
    <message>
        <source>The row is gone. You were typing: {text}</source>
        <translation>De rij is weg. Je typte: {text}</translation>
    </message>
    <message>
        <source>By solution</source>
        <translation>Per oplossing</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Per eigenaar</translation>
    </message>
    <message>
        <source>By due date</source>
        <translation>Per datum</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Hoort bij</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Klaar op</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Zonder eigenaar</translation>
    </message>
    <message>
        <source>No due date</source>
        <translation>Zonder datum</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation><numerusform>%n te laat</numerusform><numerusform>%n te laat</numerusform></translation>
    </message>
    <message>
        <source>(continued)</source>
        <translation>(vervolg)</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>Nog geen tekst</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Blad {page} van {pages}</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>Gevoel</translation>
    </message>
    <message>
        <source>Feeling aimed for</source>
        <translation>Beoogd gevoel</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n kaartje</numerusform><numerusform>%n kaartjes</numerusform></translation>
    </message>
    <message>
        <source>Parking lot</source>
        <translation>Parkeerplaats</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Stap</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Baan</translation>
    </message>
    <message>
        <source>Attached to</source>
        <translation>Hangt aan</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Stap {number}</translation>
    </message>
    <message>
        <source>Phase without a name</source>
        <translation>Fase zonder naam</translation>
    </message>
    <message>
        <source>{persona}, aimed for</source>
        <translation>{persona}, beoogd</translation>
    </message>
</context>
<context>
    <name>Locks</name>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>{user} on {host}</source>
        <translation>{user} op {host}</translation>
    </message>
    <message>
        <source>Somebody took over “{name}”; your work is kept. Save it elsewhere.</source>
        <translation>Iemand heeft ‘{name}’ overgenomen; je werk is er nog. Bewaar het ergens anders.</translation>
    </message>
    <message>
        <source>{who} has “{name}” open; choose another name.</source>
        <translation>{who} heeft ‘{name}’ open; kies een andere naam.</translation>
    </message>
    <message>
        <source>{who} took over “{name}” at {time}; your work is kept. Save it elsewhere.</source>
        <translation>{who} heeft ‘{name}’ om {time} overgenomen; je werk is er nog. Bewaar het ergens anders.</translation>
    </message>
    <message>
        <source>Others cannot see that you have “{name}” open: its folder cannot be written.</source>
        <translation>Anderen zien niet dat je ‘{name}’ open hebt: in de map ervan kan niet worden geschreven.</translation>
    </message>
    <message>
        <source>Others cannot see that you have “{name}” open: it could not be locked here.</source>
        <translation>Anderen zien niet dat je ‘{name}’ open hebt: hier kon het bestand niet op slot.</translation>
    </message>
    <message>
        <source>Who has “{name}” open cannot be seen at the moment; try again.</source>
        <translation>Wie “{name}” open heeft, is nu niet te zien; probeer het opnieuw.</translation>
    </message>
</context>
<context>
    <name>Many</name>
    <message numerus="yes">
        <source>%n note(s) stay as they are: {kinds} have no “{field}”.</source>
        <translation><numerusform>%n kaartje blijft zoals het is: {kinds} hebben geen ‘{field}’.</numerusform><numerusform>%n kaartjes blijven zoals ze zijn: {kinds} hebben geen ‘{field}’.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) stay as they are: their feelings, links or attached notes would be lost. Change them one by one.</source>
        <translation><numerusform>%n kaartje blijft zoals het is: het gevoel, de verbindingen of wat eraan hangt zou verloren gaan. Wijzig het apart.</numerusform><numerusform>%n kaartjes blijven zoals ze zijn: gevoel, verbindingen of wat eraan hangt zou verloren gaan. Wijzig ze een voor een.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) stay as they are: only touchpoints have feelings.</source>
        <translation><numerusform>%n kaartje blijft zoals het is: alleen contactmomenten hebben gevoel.</numerusform><numerusform>%n kaartjes blijven zoals ze zijn: alleen contactmomenten hebben gevoel.</numerusform></translation>
    </message>
    <message>
        <source>The feelings or links of {number} went, since such a note has none.</source>
        <translation>Het gevoel of de verbindingen van {number} zijn weg: zo'n kaartje heeft die niet.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) stay where they are: no lane holds their kind.</source>
        <translation><numerusform>%n kaartje blijft staan: er is geen baan voor deze soort.</numerusform><numerusform>%n kaartjes blijven staan: er is geen baan voor hun soort.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) stay where they are: choose a phase for them first.</source>
        <translation><numerusform>%n kaartje blijft staan: kies er eerst een fase voor.</numerusform><numerusform>%n kaartjes blijven staan: kies er eerst een fase voor.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) stay where they are: the lane “{lane}” is for another kind.</source>
        <translation><numerusform>%n kaartje blijft staan: de baan ‘{lane}’ is voor een andere soort.</numerusform><numerusform>%n kaartjes blijven staan: de baan ‘{lane}’ is voor een andere soort.</numerusform></translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>{one} {verb} {other}</source>
        <translation>{one} {verb} {other}</translation>
    </message>
    <message>
        <source>Unnamed persona</source>
        <translation>Persona zonder naam</translation>
    </message>
    <message>
        <source>{kind} N{number}: {text}</source>
        <translation>{kind} N{number}: {text}</translation>
    </message>
    <message>
        <source>moment of truth</source>
        <translation>moment van de waarheid</translation>
    </message>
    <message>
        <source>blind spot</source>
        <translation>blinde vlek</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation><numerusform>%n afbeelding</numerusform><numerusform>%n afbeeldingen</numerusform></translation>
    </message>
    <message>
        <source>with {names}</source>
        <translation>met {names}</translation>
    </message>
    <message>
        <source>about {names}</source>
        <translation>over {names}</translation>
    </message>
    <message>
        <source>severity {n} of 5</source>
        <translation>ernst {n} van 5</translation>
    </message>
    <message>
        <source>{count} {kind}</source>
        <translation>{count} {kind}</translation>
    </message>
    <message>
        <source>border between departments: {names}</source>
        <translation>grens tussen afdelingen: {names}</translation>
    </message>
    <message>
        <source>{done} of {all} actions done</source>
        <translation>{done} van {all} acties klaar</translation>
    </message>
    <message>
        <source>at {numbers}</source>
        <translation>bij {numbers}</translation>
    </message>
    <message>
        <source>feeling of {name} {score}</source>
        <translation>gevoel van {name} {score}</translation>
    </message>
    <message>
        <source>feeling {score}</source>
        <translation>gevoel {score}</translation>
    </message>
    <message>
        <source>{one} → {other}: {words}</source>
        <translation>{one} → {other}: {words}</translation>
    </message>
    <message numerus="yes">
        <source>carries %n pain point(s)</source>
        <translation><numerusform>draagt %n pijnpunt</numerusform><numerusform>draagt %n pijnpunten</numerusform></translation>
    </message>
    <message>
        <source>{name}: {scores}</source>
        <translation>{name}: {scores}</translation>
    </message>
    <message>
        <source>{name}, aimed for: {scores}</source>
        <translation>{name}, beoogd: {scores}</translation>
    </message>
    <message>
        <source>Feelings from left to right. {lines}</source>
        <translation>Gevoel van links naar rechts. {lines}</translation>
    </message>
    <message>
        <source>{one} → {other}</source>
        <translation>{one} → {other}</translation>
    </message>
    <message>
        <source>{field} {level}</source>
        <translation>{field} {level}</translation>
    </message>
    <message>
        <source>aimed for</source>
        <translation>beoogd</translation>
    </message>
    <message>
        <source>Low point</source>
        <translation>Dieptepunt</translation>
    </message>
    <message>
        <source>High point</source>
        <translation>Hoogtepunt</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Einde</translation>
    </message>
    <message>
        <source>Double-click or drag a note here</source>
        <translation>Dubbelklik of sleep een kaartje hierheen</translation>
    </message>
    <message>
        <source>From {phase} back to {earlier}</source>
        <translation>Van {phase} terug naar {earlier}</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>From {phase} on to {later}</source>
        <translation>Van {phase} door naar {later}</translation>
    </message>
    <message>
        <source>{measured} % measured, {observed} % observed, {assumption} % assumption</source>
        <translation>{measured} % gemeten, {observed} % gezien, {assumption} % aanname</translation>
    </message>
    <message>
        <source>Evidence of {phase}: {share}</source>
        <translation>Bewijs van {phase}: {share}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>steepest fall</source>
        <translation>steilste val</translation>
    </message>
    <message>
        <source>steepest fall {size}</source>
        <translation>steilste val {size}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Bee&amp;ld</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Kaart</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>Kaart&amp;je</translation>
    </message>
    <message>
        <source>&amp;Workshop</source>
        <translation>&amp;Workshop</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Light, dark and language</source>
        <translation>Licht, donker en taal</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message numerus="yes">
        <source>%n thing(s) changed here and in the file.</source>
        <translation><numerusform>%n ding is hier en in het bestand veranderd.</numerusform><numerusform>%n dingen zijn hier en in het bestand veranderd.</numerusform></translation>
    </message>
    <message>
        <source>Choose which one comes into the map: yours ({left}) or theirs ({right}).</source>
        <translation>Kies wat er in de kaart komt: dat van jou ({left}) of dat van de ander ({right}).</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>Alles van de ander</translation>
    </message>
    <message>
        <source>{field}
Mine: {mine}
Theirs: {theirs}</source>
        <translation>{field}
Van mij: {mine}
Van de ander: {theirs}</translation>
    </message>
    <message>
        <source>Left arrow</source>
        <translation>pijl naar links</translation>
    </message>
    <message>
        <source>Right arrow</source>
        <translation>pijl naar rechts</translation>
    </message>
    <message>
        <source>Theirs · {what}</source>
        <translation>Van de ander · {what}</translation>
    </message>
    <message>
        <source>Mine · {what}</source>
        <translation>Van mij · {what}</translation>
    </message>
    <message>
        <source>Which one comes into the map</source>
        <translation>Wat er in de kaart komt</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Van mij</translation>
    </message>
    <message>
        <source>Theirs, in the file</source>
        <translation>Van de ander, in het bestand</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Voeg samen</translation>
    </message>
    <message>
        <source>Changed in both places</source>
        <translation>Op twee plaatsen veranderd</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Alles van mij</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Van de ander</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%n touchpoint(s)</source>
        <translation><numerusform>%n contactmoment</numerusform><numerusform>%n contactmomenten</numerusform></translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Banen</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Persona’s</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanalen</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Bewaarde filters</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Kaartjes</translation>
    </message>
    <message numerus="yes">
        <source>%n score(s)</source>
        <translation><numerusform>%n score</numerusform><numerusform>%n scores</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation><numerusform>%n verbinding</numerusform><numerusform>%n verbindingen</numerusform></translation>
    </message>
    <message>
        <source>{measured} % measured, {observed} % observed, {assumption} % assumption</source>
        <translation>{measured} % gemeten, {observed} % waargenomen, {assumption} % aanname</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(geen titel)</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(geen naam)</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation><numerusform>%n actie</numerusform><numerusform>%n acties</numerusform></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation><numerusform>%n stap</numerusform><numerusform>%n stappen</numerusform></translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Duplicate</source>
        <translation>Dupliceer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijder</translation>
    </message>
    <message>
        <source>To the inbox</source>
        <translation>Naar de inbox</translation>
    </message>
    <message>
        <source>To the parking lot</source>
        <translation>Naar de parkeerplaats</translation>
    </message>
    <message>
        <source>Enter goes there.</source>
        <translation>Enter gaat erheen.</translation>
    </message>
    <message>
        <source>Type the number of a touchpoint, such as N28.</source>
        <translation>Typ het nummer van een contactmoment, zoals N28.</translation>
    </message>
    <message>
        <source>There is no note {number}. Look for the number on the map.</source>
        <translation>Er is geen kaartje {number}. Zoek het nummer op de kaart.</translation>
    </message>
    <message>
        <source>{number} is no touchpoint. Type the number of a touchpoint.</source>
        <translation>{number} is geen contactmoment. Typ het nummer van een contactmoment.</translation>
    </message>
    <message>
        <source>It hangs on {number} already.</source>
        <translation>Het hangt al aan {number}.</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>Verschillende waarden</translation>
    </message>
    <message>
        <source>For example: 1-3-2026</source>
        <translation>Bijvoorbeeld: 1-3-2026</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Voeg toe</translation>
    </message>
    <message>
        <source>Type, then Enter</source>
        <translation>Typ, dan Enter</translation>
    </message>
    <message>
        <source>“{text}” is no share; write a whole number from 0 to 100.</source>
        <translation>‘{text}’ is geen percentage. Schrijf een heel getal van 0 tot 100.</translation>
    </message>
    <message>
        <source>New: {kind}</source>
        <translation>Nieuw: {kind}</translation>
    </message>
    <message>
        <source>Choose a day: {name}</source>
        <translation>Kies een dag: {name}</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Voeg een afbeelding toe</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Afbeeldingen</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>De afbeelding wordt gelezen…</translation>
    </message>
    <message>
        <source>Choose a file, paste one, or drop one here</source>
        <translation>Kies een bestand, plak er een, of sleep er een hierheen</translation>
    </message>
    <message>
        <source>Picture {place} of {count} of {number}</source>
        <translation>Afbeelding {place} van {count} van {number}</translation>
    </message>
    <message>
        <source>Nowhere: a blind spot</source>
        <translation>Nergens: blinde vlek</translation>
    </message>
    <message>
        <source>That is too much text for one note.</source>
        <translation>Dat is te veel tekst voor één kaartje.</translation>
    </message>
    <message>
        <source>House style</source>
        <translation>Huisstijl</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Accentkleur</translation>
    </message>
    <message>
        <source>Colour of your own</source>
        <translation>Eigen kleur</translation>
    </message>
    <message>
        <source>For the title and the phases on posters and paper kits.</source>
        <translation>Voor de titel en de fasen op posters en papieren pakketten.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Drag to move, or press Alt with Up or Down</source>
        <translation>Sleep om te verplaatsen, of druk op Alt met omhoog of omlaag</translation>
    </message>
    <message>
        <source>Alt with Up or Down moves it</source>
        <translation>Alt met omhoog of omlaag verplaatst het</translation>
    </message>
    <message>
        <source>Status: {name}</source>
        <translation>Status: {name}</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Actie</translation>
    </message>
    <message>
        <source>What is done?</source>
        <translation>Wat gebeurt er?</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Klaar op</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>Remove action</source>
        <translation>Verwijder actie</translation>
    </message>
    <message>
        <source>More of {name}</source>
        <translation>Meer van {name}</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acties</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>Nieuwe actie</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>klaar op {day}</translation>
    </message>
    <message>
        <source>Overdue: {day}</source>
        <translation>Te laat: {day}</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Parking lot</source>
        <translation>Parkeerplaats</translation>
    </message>
    <message>
        <source>Phase without a name</source>
        <translation>Fase zonder naam</translation>
    </message>
    <message>
        <source>Moment of truth</source>
        <translation>Moment van de waarheid</translation>
    </message>
    <message>
        <source>More for this note</source>
        <translation>Meer voor dit kaartje</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Tekst van het kaartje</translation>
    </message>
    <message>
        <source>Empty note</source>
        <translation>Leeg kaartje</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>Gevoel</translation>
    </message>
    <message>
        <source>Pain points</source>
        <translation>Pijnpunten</translation>
    </message>
    <message>
        <source>Insights and opportunities</source>
        <translation>Inzicht en kans</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Oplossingen</translation>
    </message>
    <message>
        <source>Other notes</source>
        <translation>Andere kaartjes</translation>
    </message>
    <message>
        <source>moment of truth</source>
        <translation>moment van de waarheid</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) chosen</source>
        <translation><numerusform>%n kaartje gekozen</numerusform><numerusform>%n kaartjes gekozen</numerusform></translation>
    </message>
    <message>
        <source>Change the kind</source>
        <translation>Wijzig de soort</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Allemaal</translation>
    </message>
    <message>
        <source>Channel without a name</source>
        <translation>Kanaal zonder naam</translation>
    </message>
    <message>
        <source>New channel…</source>
        <translation>Nieuw kanaal…</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Icon: {name}</source>
        <translation>Pictogram: {name}</translation>
    </message>
    <message>
        <source>Name of the channel</source>
        <translation>Naam van het kanaal</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Soort kanaal</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>Voeg kanaal toe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanalen</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>Voeg een kanaal toe</translation>
    </message>
    <message>
        <source>Icon of the channel</source>
        <translation>Pictogram van het kanaal</translation>
    </message>
    <message>
        <source>Feeling of {name}</source>
        <translation>Gevoel van {name}</translation>
    </message>
    <message>
        <source>Word for the feeling of {name}</source>
        <translation>Woord voor het gevoel van {name}</translation>
    </message>
    <message>
        <source>Quote of {name}</source>
        <translation>Citaat van {name}</translation>
    </message>
    <message>
        <source>Feeling aimed for: {name}</source>
        <translation>Beoogd gevoel: {name}</translation>
    </message>
    <message>
        <source>aimed for {score}</source>
        <translation>beoogd {score}</translation>
    </message>
    <message>
        <source>{aim}, gap {number}</source>
        <translation>{aim}, gat {number}</translation>
    </message>
    <message>
        <source>Word, quote</source>
        <translation>Woord, citaat</translation>
    </message>
    <message>
        <source>One word</source>
        <translation>Eén woord</translation>
    </message>
    <message>
        <source>What is said or thought</source>
        <translation>Wat iemand zegt of denkt</translation>
    </message>
    <message>
        <source>Feeling aimed for</source>
        <translation>Beoogd gevoel</translation>
    </message>
    <message>
        <source>{aim}, reached</source>
        <translation>{aim}, gehaald</translation>
    </message>
    <message>
        <source>{aim}, not reached</source>
        <translation>{aim}, niet gehaald</translation>
    </message>
    <message>
        <source>Adds this field</source>
        <translation>Voegt dit veld toe</translation>
    </message>
    <message>
        <source>What do you ask the room?</source>
        <translation>Wat vraag je de groep?</translation>
    </message>
    <message>
        <source>Name of the phase</source>
        <translation>Naam van de fase</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) will go to the inbox.</source>
        <translation><numerusform>%n kaartje gaat naar de inbox.</numerusform><numerusform>%n kaartjes gaan naar de inbox.</numerusform></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Stap</translation>
    </message>
    <message>
        <source>A step needs no name</source>
        <translation>Een naam hoeft niet</translation>
    </message>
    <message>
        <source>No note stands in it.</source>
        <translation>Er staat geen kaartje in.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Remove lane</source>
        <translation>Verwijder baan</translation>
    </message>
    <message>
        <source>Remove phase</source>
        <translation>Verwijder fase</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>Verwijder stap</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Cells of the lane</source>
        <translation>Vakken van de baan</translation>
    </message>
    <message>
        <source>Question to ask here</source>
        <translation>Vraag om hier te stellen</translation>
    </message>
    <message>
        <source>Goes back to</source>
        <translation>Gaat terug naar</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>A phase keeps one step. Remove the phase instead.</source>
        <translation>Een fase houdt één stap. Verwijder dan de fase zelf.</translation>
    </message>
    <message>
        <source>No phase</source>
        <translation>Geen fase</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} van {count}</translation>
    </message>
    <message>
        <source>{place} in {phase}</source>
        <translation>{place} in {phase}</translation>
    </message>
    <message>
        <source>For a journey that begins again, such as a loyalty loop.</source>
        <translation>Voor een reis die opnieuw begint, zoals een loyaliteitslus.</translation>
    </message>
    <message>
        <source>Lane: {kind}</source>
        <translation>Baan: {kind}</translation>
    </message>
    <message>
        <source>Per step</source>
        <translation>Per stap</translation>
    </message>
    <message>
        <source>Whole phase</source>
        <translation>Hele fase</translation>
    </message>
    <message>
        <source>Delete takes it off this touchpoint.</source>
        <translation>Delete haalt het van dit contactmoment af.</translation>
    </message>
    <message>
        <source>Attached to</source>
        <translation>Hangt aan</translation>
    </message>
    <message>
        <source>Number of a touchpoint</source>
        <translation>Nummer van een contactmoment</translation>
    </message>
    <message>
        <source>Delete takes this note off it.</source>
        <translation>Delete haalt dit kaartje ervan af.</translation>
    </message>
    <message>
        <source>Attach to N…</source>
        <translation>Hang aan N…</translation>
    </message>
    <message>
        <source>first</source>
        <translation>eerste</translation>
    </message>
    <message>
        <source>Title of the map</source>
        <translation>Titel van de kaart</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Ondertitel</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Afbakening</translation>
    </message>
    <message>
        <source>Language of the map</source>
        <translation>Taal van de kaart</translation>
    </message>
    <message>
        <source>Words for feelings</source>
        <translation>Woorden voor gevoel</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Woord</translation>
    </message>
    <message>
        <source>New word for a feeling</source>
        <translation>Nieuw woord voor een gevoel</translation>
    </message>
    <message>
        <source>Back to the usual words</source>
        <translation>Terug naar de gewone woorden</translation>
    </message>
    <message>
        <source>Nothing selected. Pick a note to fill in feeling, pain and evidence.</source>
        <translation>Niets gekozen. Kies een kaartje om gevoel, pijn en bewijs in te vullen.</translation>
    </message>
    <message>
        <source>For headings, hyphens and the poster.</source>
        <translation>Voor koppen, afbreken en de poster.</translation>
    </message>
    <message>
        <source>Name of the persona</source>
        <translation>Naam van de persona</translation>
    </message>
    <message>
        <source>Persona removed.</source>
        <translation>Persona verwijderd.</translation>
    </message>
    <message>
        <source>Channel removed.</source>
        <translation>Kanaal verwijderd.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Customer, influencer, colleague</source>
        <translation>Klant, beïnvloeder, collega</translation>
    </message>
    <message>
        <source>Who this is</source>
        <translation>Wie dit is</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschrijving</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citaat</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Doelen</translation>
    </message>
    <message>
        <source>Frustrations</source>
        <translation>Frustraties</translation>
    </message>
    <message>
        <source>Remove persona</source>
        <translation>Verwijder persona</translation>
    </message>
    <message>
        <source>Remove channel</source>
        <translation>Verwijder kanaal</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Persona’s</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Name of the new persona</source>
        <translation>Naam van de nieuwe persona</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanaal</translation>
    </message>
    <message>
        <source>Name of the new channel</source>
        <translation>Naam van het nieuwe kanaal</translation>
    </message>
    <message numerus="yes">
        <source>%n feeling(s) went with it.</source>
        <translation><numerusform>%n gevoel ging mee.</numerusform><numerusform>%n gevoelens gingen mee.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) name it no longer.</source>
        <translation><numerusform>%n kaartje noemt deze persona niet meer.</numerusform><numerusform>%n kaartjes noemen deze persona niet meer.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoint(s) had it.</source>
        <translation><numerusform>%n contactmoment had het.</numerusform><numerusform>%n contactmomenten hadden het.</numerusform></translation>
    </message>
    <message>
        <source>Portrait of {name}</source>
        <translation>Portret van {name}</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Baan</translation>
    </message>
    <message>
        <source>Touchpoint</source>
        <translation>Contactmoment</translation>
    </message>
    <message>
        <source>Delete clears the feeling.</source>
        <translation>Delete wist het gevoel.</translation>
    </message>
    <message>
        <source>Delete removes the link.</source>
        <translation>Delete verwijdert de verbinding.</translation>
    </message>
    <message numerus="yes">
        <source>%n pain point(s) on the way</source>
        <translation><numerusform>%n pijnpunt onderweg</numerusform><numerusform>%n pijnpunten onderweg</numerusform></translation>
    </message>
    <message>
        <source>More of the link to {name}</source>
        <translation>Meer over de verbinding met {name}</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindingen</translation>
    </message>
    <message>
        <source>Link to a note</source>
        <translation>Verbind met een kaartje</translation>
    </message>
    <message>
        <source>Number or words</source>
        <translation>Nummer of woorden</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbinding</translation>
    </message>
    <message>
        <source>Every lane and note</source>
        <translation>Alle banen en kaartjes</translation>
    </message>
    <message>
        <source>Left panel</source>
        <translation>Linkerpaneel</translation>
    </message>
    <message>
        <source>More for the outline</source>
        <translation>Meer voor het overzicht</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>Add a note to the inbox</source>
        <translation>Zet een kaartje in de inbox</translation>
    </message>
    <message>
        <source>The inbox is empty. Notes without a place wait here.</source>
        <translation>De inbox is leeg. Kaartjes zonder plek wachten hier.</translation>
    </message>
    <message>
        <source>Add a note to the parking lot</source>
        <translation>Zet een kaartje op de parkeerplaats</translation>
    </message>
    <message>
        <source>The parking lot is empty. Put here what does not fit yet.</source>
        <translation>Parkeerplaats is leeg. Wat nu niet past, zet je hier.</translation>
    </message>
    <message>
        <source>Inbox and parking lot</source>
        <translation>Inbox en parkeerplaats</translation>
    </message>
    <message>
        <source>The whole map, small</source>
        <translation>De hele kaart, klein</translation>
    </message>
    <message>
        <source>Unfold all phases</source>
        <translation>Klap alle fasen uit</translation>
    </message>
    <message>
        <source>Fold all phases</source>
        <translation>Klap alle fasen in</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legenda</translation>
    </message>
    <message>
        <source>Kind of link</source>
        <translation>Soort verbinding</translation>
    </message>
    <message>
        <source>Word at the line</source>
        <translation>Woord bij de lijn</translation>
    </message>
    <message>
        <source>For example: within a day</source>
        <translation>Bijvoorbeeld: binnen een dag</translation>
    </message>
    <message>
        <source>Pain points on the way</source>
        <translation>Pijnpunten onderweg</translation>
    </message>
    <message>
        <source>Pain point</source>
        <translation>Pijnpunt</translation>
    </message>
    <message>
        <source>Pain point on the way</source>
        <translation>Pijnpunt onderweg</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>Draai om</translation>
    </message>
    <message>
        <source>Remove link</source>
        <translation>Verwijder verbinding</translation>
    </message>
    <message>
        <source>Delete takes it off this way.</source>
        <translation>Delete haalt het van deze weg af.</translation>
    </message>
    <message>
        <source>No note that can be linked fits “{text}”. Type a number or other words.</source>
        <translation>Geen kaartje om mee te verbinden past bij ‘{text}’. Typ een nummer of andere woorden.</translation>
    </message>
    <message>
        <source>Arrow keys move the view, the menu key shows what else there is.</source>
        <translation>Met de pijltjes verschuif je het beeld, met de menutoets zie je wat je nog meer kunt.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Gekozen</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Spoor</translation>
    </message>
    <message>
        <source>People and channels</source>
        <translation>Mensen en kanalen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Nakijken</translation>
    </message>
    <message>
        <source>What the panel shows</source>
        <translation>Wat het paneel laat zien</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted</source>
        <translation><numerusform>%n kaartje verwijderd</numerusform><numerusform>%n kaartjes verwijderd</numerusform></translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nieuw kaartje</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n kaartje</numerusform><numerusform>%n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoint(s)</source>
        <translation><numerusform>%n contactmoment</numerusform><numerusform>%n contactmomenten</numerusform></translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>severity {number}</source>
        <translation>ernst {number}</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Stap {number}</translation>
    </message>
    <message>
        <source>Phase {number}</source>
        <translation>Fase {number}</translation>
    </message>
    <message>
        <source>feeling {scores}</source>
        <translation>gevoel {scores}</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Standaard</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>Inzicht</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Kans</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Oplossing</translation>
    </message>
    <message>
        <source>Opens the kinds of notes</source>
        <translation>Opent de soorten kaartjes</translation>
    </message>
    <message>
        <source>Choose a portrait</source>
        <translation>Kies een portret</translation>
    </message>
    <message>
        <source>No portrait</source>
        <translation>Geen portret</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Kies een logo</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Geen logo</translation>
    </message>
    <message>
        <source>Move to phase</source>
        <translation>Naar fase</translation>
    </message>
    <message>
        <source>Move to step</source>
        <translation>Naar stap</translation>
    </message>
    <message>
        <source>Move to lane</source>
        <translation>Naar baan</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>Iets anders…</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Niet gezegd</translation>
    </message>
    <message>
        <source>{name} (some of them)</source>
        <translation>{name} (een deel)</translation>
    </message>
    <message>
        <source>Scale of feelings</source>
        <translation>Schaal van gevoel</translation>
    </message>
    <message>
        <source>How scores are written; what was filled in stays.</source>
        <translation>Hoe scores er staan; wat is ingevuld blijft.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>The overlap must be between 0 and {most} mm; {given} mm is not.</source>
        <translation>De overlap moet tussen 0 en {most} mm liggen; {given} mm kan niet.</translation>
    </message>
    <message>
        <source>A margin of {margin} mm and an overlap of {overlap} mm leave nothing to print on; make them smaller.</source>
        <translation>Een marge van {margin} mm en een overlap van {overlap} mm laten niets over om op te drukken; maak ze kleiner.</translation>
    </message>
    <message>
        <source>A PDF page cannot be longer than 5.08 m, and this one would be {length} m; print it in tiles (--tile A3), make it smaller (--scale), or choose some of the phases (--phases).</source>
        <translation>Een pdf-bladzijde kan niet langer zijn dan 5,08 m, en deze zou {length} m worden; print hem in vellen (--tile A3), maak hem kleiner (--scale), of kies een paar fasen (--phases).</translation>
    </message>
    <message>
        <source>There is no paper “{name}”; choose one of {sizes}, or give a size in mm: 1200x800.</source>
        <translation>Er is geen papier ‘{name}’; kies uit {sizes}, of geef een maat in mm: 1200x800.</translation>
    </message>
    <message>
        <source>A paper of {size} mm is too small; its sides must be {least} mm at least.</source>
        <translation>Papier van {size} mm is te klein; de zijden zijn minstens {least} mm.</translation>
    </message>
    <message>
        <source>A roll is {low} to {high} mm wide, usually {usual}; {given} mm is not.</source>
        <translation>Een rol is {low} tot {high} mm breed, meestal {usual}; {given} mm is dat niet.</translation>
    </message>
    <message>
        <source>A note has sides of {low} to {high} mm, such as 76x76 or 127x76; {given} has not.</source>
        <translation>Een kaartje heeft zijden van {low} tot {high} mm, zoals 76x76 of 127x76; {given} niet.</translation>
    </message>
</context>
<context>
    <name>Paste</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n kaartje</numerusform><numerusform>%n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new phase(s)</source>
        <translation><numerusform>%n nieuwe fase</numerusform><numerusform>%n nieuwe fasen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n phase(s)</source>
        <translation><numerusform>%n fase</numerusform><numerusform>%n fasen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n in the inbox</source>
        <translation><numerusform>%n in de inbox</numerusform><numerusform>%n in de inbox</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) in the inbox</source>
        <translation><numerusform>%n kaartje in de inbox</numerusform><numerusform>%n kaartjes in de inbox</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n too many, left out</source>
        <translation><numerusform>%n te veel, weggelaten</numerusform><numerusform>%n te veel, weggelaten</numerusform></translation>
    </message>
    <message>
        <source>no phase {names}</source>
        <translation>geen fase {names}</translation>
    </message>
    <message>
        <source>no lane {names}</source>
        <translation>geen baan {names}</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} en nog {count}</translation>
    </message>
    <message>
        <source>{notes} in {phases}</source>
        <translation>{notes} in {phases}</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>‘{name}’</translation>
    </message>
    <message>
        <source>Belongs to: {name}</source>
        <translation>Hoort bij: {name}</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message numerus="yes">
        <source>%n score(s)</source>
        <translation><numerusform>%n score</numerusform><numerusform>%n scores</numerusform></translation>
    </message>
    <message>
        <source>lowest {score} at N{number}</source>
        <translation>laagste {score} bij N{number}</translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoint(s)</source>
        <translation><numerusform>%n contactmoment</numerusform><numerusform>%n contactmomenten</numerusform></translation>
    </message>
    <message>
        <source>on average {mean}</source>
        <translation>gemiddeld {mean}</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>Gevoel</translation>
    </message>
    <message>
        <source>Show the line of {name} on the map</source>
        <translation>Laat de lijn van {name} op de kaart zien</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>This picture is larger than 30 MB. Make it smaller first.</source>
        <translation>Deze afbeelding is groter dan 30 MB. Maak hem eerst kleiner.</translation>
    </message>
    <message>
        <source>This picture has more than 40 million pixels. Make it smaller first.</source>
        <translation>Deze afbeelding heeft meer dan 40 miljoen pixels. Maak hem eerst kleiner.</translation>
    </message>
    <message>
        <source>This is no picture that can be shown. Use PNG, JPEG, WebP, GIF or BMP.</source>
        <translation>Dit is geen afbeelding die te tonen is. Gebruik PNG, JPEG, WebP, GIF of BMP.</translation>
    </message>
    <message>
        <source>This picture is damaged. Open it in another program and save it again.</source>
        <translation>Deze afbeelding is beschadigd. Open hem in een ander programma en bewaar hem opnieuw.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read. Choose another picture.</source>
        <translation>‘{name}’ is niet te lezen. Kies een andere afbeelding.</translation>
    </message>
</context>
<context>
    <name>Poster</name>
    <message>
        <source>Journey map</source>
        <translation>Klantreis</translation>
    </message>
    <message>
        <source>Logo of the organisation</source>
        <translation>Logo van de organisatie</translation>
    </message>
    <message>
        <source>Logo of the organisation behind “{title}”</source>
        <translation>Logo van de organisatie achter ‘{title}’</translation>
    </message>
    <message>
        <source>January</source>
        <translation>januari</translation>
    </message>
    <message>
        <source>February</source>
        <translation>februari</translation>
    </message>
    <message>
        <source>March</source>
        <translation>maart</translation>
    </message>
    <message>
        <source>April</source>
        <translation>april</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mei</translation>
    </message>
    <message>
        <source>June</source>
        <translation>juni</translation>
    </message>
    <message>
        <source>July</source>
        <translation>juli</translation>
    </message>
    <message>
        <source>August</source>
        <translation>augustus</translation>
    </message>
    <message>
        <source>September</source>
        <translation>september</translation>
    </message>
    <message>
        <source>October</source>
        <translation>oktober</translation>
    </message>
    <message>
        <source>November</source>
        <translation>november</translation>
    </message>
    <message>
        <source>December</source>
        <translation>december</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Persona’s</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemeten</translation>
    </message>
    <message>
        <source>round is {name}</source>
        <translation>rond is {name}</translation>
    </message>
    <message>
        <source>square is {name}</source>
        <translation>vierkant is {name}</translation>
    </message>
    <message>
        <source>triangle is {name}</source>
        <translation>driehoek is {name}</translation>
    </message>
    <message>
        <source>diamond is {name}</source>
        <translation>ruit is {name}</translation>
    </message>
    <message>
        <source>seen or heard</source>
        <translation>gezien of gehoord</translation>
    </message>
    <message>
        <source>assumption, still to be tested</source>
        <translation>aanname, nog te toetsen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Kaartjes</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>Gevoel</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindingen</translation>
    </message>
    <message>
        <source>Words at links</source>
        <translation>Woorden bij verbindingen</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Tekens</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanalen</translation>
    </message>
    <message>
        <source>steepest fall</source>
        <translation>steilste val</translation>
    </message>
    <message>
        <source>moment of truth</source>
        <translation>moment van de waarheid</translation>
    </message>
    <message>
        <source>assumption</source>
        <translation>aanname</translation>
    </message>
    <message>
        <source>severity, from 1 to 5</source>
        <translation>ernst van 1 tot 5</translation>
    </message>
    <message>
        <source>blind spot</source>
        <translation>blinde vlek</translation>
    </message>
    <message>
        <source>another department from here</source>
        <translation>vanaf hier een andere afdeling</translation>
    </message>
    <message>
        <source>actions done</source>
        <translation>acties klaar</translation>
    </message>
    <message>
        <source>back to an earlier phase</source>
        <translation>terug naar een eerdere fase</translation>
    </message>
    <message>
        <source>number of the note</source>
        <translation>nummer van het kaartje</translation>
    </message>
    <message>
        <source>feeling aimed for</source>
        <translation>beoogd gevoel</translation>
    </message>
    <message>
        <source>gap to the aim</source>
        <translation>gat met wat beoogd is</translation>
    </message>
    <message>
        <source>low point</source>
        <translation>dieptepunt</translation>
    </message>
    <message>
        <source>high point, or end</source>
        <translation>hoogtepunt of einde</translation>
    </message>
    <message>
        <source>On a note the faces stand in the order of the personas.</source>
        <translation>Op een kaartje staan de gezichten in de volgorde van de persona’s.</translation>
    </message>
    <message>
        <source>channel, offline</source>
        <translation>kanaal, offline</translation>
    </message>
    <message>
        <source>channel, online</source>
        <translation>kanaal, online</translation>
    </message>
    <message>
        <source>{paper} portrait</source>
        <translation>{paper} staand</translation>
    </message>
    <message>
        <source>{paper} landscape</source>
        <translation>{paper} liggend</translation>
    </message>
    <message>
        <source>readable up to {metres} metres</source>
        <translation>leesbaar tot {metres} meter</translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>versie {n}</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Home printer</source>
        <translation>Thuisprinter</translation>
    </message>
    <message>
        <source>A4 sheets</source>
        <translation>A4-vellen</translation>
    </message>
    <message>
        <source>Print shop</source>
        <translation>Drukkerij</translation>
    </message>
    <message>
        <source>One sheet A0</source>
        <translation>Eén blad A0</translation>
    </message>
    <message>
        <source>Plotter roll</source>
        <translation>Plotterrol</translation>
    </message>
    <message>
        <source>914 mm wide</source>
        <translation>914 mm breed</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>Uitdeelblad</translation>
    </message>
    <message>
        <source>One page A3</source>
        <translation>Eén bladzijde A3</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>“{printer}” has no paper of {paper}. Choose sheets of a paper that it has, or save as PDF and have that printed elsewhere.</source>
        <translation>‘{printer}’ heeft geen papier van {paper}. Kies vellen op papier dat hij wel heeft, of bewaar als pdf en laat die elders afdrukken.</translation>
    </message>
    <message>
        <source>The pages are {paper} and you chose paper of {chosen}: at 100 % they would be cut off. Choose {paper} in the print dialog, or sheets of {chosen} here.</source>
        <translation>De bladzijden zijn {paper} en je koos papier van {chosen}: op 100 % vallen ze eraf. Kies {paper} in het afdrukvenster, of hier vellen van {chosen}.</translation>
    </message>
    <message>
        <source>The printer could not be started; nothing was printed.</source>
        <translation>De printer kon niet starten; er is niets afgedrukt.</translation>
    </message>
    <message>
        <source>The printer stopped; nothing more was printed.</source>
        <translation>De printer stopte; verder is er niets afgedrukt.</translation>
    </message>
    <message>
        <source>“{printer}” did not take the pages ({reason}). Look whether it is on and try again, or save as PDF.</source>
        <translation>‘{printer}’ nam de bladzijden niet aan ({reason}). Kijk of hij aanstaat en probeer het opnieuw, of bewaar als pdf.</translation>
    </message>
    <message>
        <source>The pages could not be written whole: make room on the disk, then print again.</source>
        <translation>De bladzijden konden niet heel worden weggeschreven: maak ruimte op de schijf en druk opnieuw af.</translation>
    </message>
    <message>
        <source>There is no room for the pages on this computer ({reason}); nothing was printed.</source>
        <translation>Op deze computer is geen ruimte voor de bladzijden ({reason}); er is niets afgedrukt.</translation>
    </message>
    <message>
        <source>There is no printer on this computer. Save as PDF and print that elsewhere, or add a printer in your system’s settings.</source>
        <translation>Deze computer kent geen printer. Bewaar als pdf en druk die elders af, of voeg een printer toe in de instellingen van je systeem.</translation>
    </message>
    <message>
        <source>A fault of the program is in the log; nothing was printed. Save as PDF instead.</source>
        <translation>Er staat een fout van het programma in het logboek; er is niets afgedrukt. Bewaar als pdf.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n page(s); choose some of these to print.</source>
        <translation><numerusform>Er is %n bladzijde; kies die om af te drukken.</numerusform><numerusform>Er zijn %n bladzijden; kies daaruit wat je afdrukt.</numerusform></translation>
    </message>
    <message>
        <source>It leaves {edge} mm white at the edges; marks that stand there are not printed.</source>
        <translation>Die laat {edge} mm wit aan de randen; tekens die daar staan, worden niet gedrukt.</translation>
    </message>
    <message>
        <source>The printing system is gone; nothing was printed.</source>
        <translation>Het afdruksysteem is weg; er is niets afgedrukt.</translation>
    </message>
    <message>
        <source>Printing needs the system’s package libcups2, which is not there. Add it, or save as PDF and print that with another program.</source>
        <translation>Afdrukken vraagt het systeempakket libcups2, dat er niet is. Voeg het toe, of bewaar als pdf en druk die af met een ander programma.</translation>
    </message>
    <message>
        <source>Something stands at the edge of the paper</source>
        <translation>Er staat iets aan de rand van het papier</translation>
    </message>
    <message numerus="yes">
        <source>Print %n page(s) on {paper}</source>
        <translation><numerusform>%n bladzijde afdrukken op {paper}</numerusform><numerusform>%n bladzijden afdrukken op {paper}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to “{printer}”.</source>
        <translation><numerusform>%n bladzijde is naar ‘{printer}’.</numerusform><numerusform>%n bladzijden zijn naar ‘{printer}’.</numerusform></translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Print anyway</source>
        <translation>Toch afdrukken</translation>
    </message>
    <message numerus="yes">
        <source>“{printer}” leaves up to {edge} mm white at the edges, and on %n page(s) something stands there. Choose a wider margin, or print without it.</source>
        <translation><numerusform>‘{printer}’ laat tot {edge} mm wit aan de randen, en op %n bladzijde staat daar iets. Kies een bredere marge, of druk zonder dat af.</numerusform><numerusform>‘{printer}’ laat tot {edge} mm wit aan de randen, en op %n bladzijden staat daar iets. Kies een bredere marge, of druk zonder dat af.</numerusform></translation>
    </message>
</context>
<context>
    <name>QtTexts</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>Z&amp;oek in:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Bestands&amp;type:</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Schijf</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Snelkoppeling</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message numerus="yes">
        <source>%n lane(s) with nothing in them left out: {lanes}.</source>
        <translation><numerusform>%n baan waarin niets staat is weggelaten: {lanes}.</numerusform><numerusform>%n banen waarin niets staat zijn weggelaten: {lanes}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) hold more than fits {size} mm, and came out higher: {notes}.</source>
        <translation><numerusform>%n kaartje bevat meer dan op {size} mm past en is hoger geworden: {notes}.</numerusform><numerusform>%n kaartjes bevatten meer dan op {size} mm past en zijn hoger geworden: {notes}.</numerusform></translation>
    </message>
    <message>
        <source>The notes read up to {reach} m, on a wall it should be 2 m: take a larger --paper or --scale, fewer --lanes, or more --posters.</source>
        <translation>De kaartjes zijn te lezen tot {reach} m, en aan een wand moet dat 2 m zijn: neem een grotere --paper of --scale, minder --lanes of meer --posters.</translation>
    </message>
    <message>
        <source>The smallest text is {size} mm high (its x), less than the {least} mm that can be read.</source>
        <translation>De kleinste tekst is {size} mm hoog (de x), minder dan de {least} mm die te lezen is.</translation>
    </message>
    <message>
        <source>{sheets} instead of {unscaled}, at {percent} %.</source>
        <translation>{sheets} in plaats van {unscaled}, op {percent} %.</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation><numerusform>%n vel</numerusform><numerusform>%n vellen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) changed, of {all}: {names}.</source>
        <translation><numerusform>%n vel van de {all} is anders: {names}.</numerusform><numerusform>%n vellen van de {all} zijn anders: {names}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The notes do not fit the places of the earlier print any more, so the map is laid out anew: %n sheet(s) of {all} change.</source>
        <translation><numerusform>De kaartjes passen niet meer op de plek van de eerdere print, dus de kaart is opnieuw ingedeeld: %n vel van de {all} verandert.</numerusform><numerusform>De kaartjes passen niet meer op de plek van de eerdere print, dus de kaart is opnieuw ingedeeld: %n vellen van de {all} veranderen.</numerusform></translation>
    </message>
    <message>
        <source>The notes in {lanes} read up to {reach} m, on a wall it should be 2 m: take a larger --paper or --scale, fewer --lanes, or more --posters.</source>
        <translation>De kaartjes in {lanes} zijn te lezen tot {reach} m, en aan een wand moet dat 2 m zijn: neem een grotere --paper of --scale, minder --lanes of meer --posters.</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) with nothing on them left out.</source>
        <translation><numerusform>%n leeg vel weggelaten.</numerusform><numerusform>%n lege vellen weggelaten.</numerusform></translation>
    </message>
    <message>
        <source>Poster {n}: {remark}</source>
        <translation>Poster {n}: {remark}</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>The file as it is now</source>
        <translation>Het bestand van nu</translation>
    </message>
    <message>
        <source>Open what was found</source>
        <translation>Open wat is gevonden</translation>
    </message>
    <message>
        <source>The file was changed since</source>
        <translation>Het bestand is daarna veranderd</translation>
    </message>
    <message>
        <source>What was found, up to {time}</source>
        <translation>Wat is gevonden, tot {time}</translation>
    </message>
    <message>
        <source>They cannot be shown</source>
        <translation>Ze kunnen niet worden getoond</translation>
    </message>
</context>
<context>
    <name>Scale</name>
    <message>
        <source>−2 to +2</source>
        <translation>−2 tot +2</translation>
    </message>
    <message>
        <source>1 to 5</source>
        <translation>1 tot 5</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gezichtjes</translation>
    </message>
    <message>
        <source>{worst} to {best}</source>
        <translation>{worst} tot {best}</translation>
    </message>
</context>
<context>
    <name>Scribe</name>
    <message>
        <source>Next note</source>
        <translation>Volgend kaartje</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>pas aan</translation>
    </message>
    <message>
        <source>split</source>
        <translation>splits</translation>
    </message>
    <message>
        <source>earlier one</source>
        <translation>vorige</translation>
    </message>
    <message>
        <source>leave as it was</source>
        <translation>laat zoals het was</translation>
    </message>
    <message>
        <source>put down</source>
        <translation>zet neer</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>fase</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>soort</translation>
    </message>
    <message>
        <source>last one</source>
        <translation>vorige</translation>
    </message>
    <message>
        <source>Together these notes are longer than a note can be; both stay as they are.</source>
        <translation>Samen zijn deze notities langer dan een notitie kan zijn; ze blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Add a phase first; your text stays in the line.</source>
        <translation>Voeg eerst een fase toe; je tekst blijft in de regel staan.</translation>
    </message>
    <message>
        <source>No note was sent from here yet.</source>
        <translation>Er is hier nog geen kaartje neergezet.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s), one for each line.</source>
        <translation><numerusform>%n kaartje, een voor elke regel.</numerusform><numerusform>%n kaartjes, een voor elke regel.</numerusform></translation>
    </message>
    <message>
        <source>As one note</source>
        <translation>Als één kaartje</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were too many and are left out.</source>
        <translation><numerusform>%n regel was te veel en is weggelaten.</numerusform><numerusform>%n regels waren te veel en zijn weggelaten.</numerusform></translation>
    </message>
    <message>
        <source>Your note comes here</source>
        <translation>Hier komt je kaartje</translation>
    </message>
    <message>
        <source>No channel</source>
        <translation>Geen kanaal</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Phase {number}</source>
        <translation>Fase {number}</translation>
    </message>
    <message>
        <source>{kind} {number} noted at {host}. Type the next one</source>
        <translation>{kind} {number} genoteerd bij {host}. Typ de volgende</translation>
    </message>
    <message>
        <source>Type a note and press Enter</source>
        <translation>Typ een kaartje en druk op Enter</translation>
    </message>
    <message>
        <source>{kind} {number} noted. Type the next one</source>
        <translation>{kind} {number} genoteerd. Typ de volgende</translation>
    </message>
    <message>
        <source>Feeling: {score}. Click to take it away.</source>
        <translation>Gevoel: {score}. Klik om het weg te halen.</translation>
    </message>
    <message>
        <source>Feeling of the next touchpoint: {score}. Click to take it away.</source>
        <translation>Gevoel van het volgende contactmoment: {score}. Klik om het weg te halen.</translation>
    </message>
    <message>
        <source>Phase of the next note: {phase}</source>
        <translation>Fase van het volgende kaartje: {phase}</translation>
    </message>
    <message>
        <source>at {number}</source>
        <translation>bij {number}</translation>
    </message>
    <message>
        <source>It belongs to {number}: {text}</source>
        <translation>Het hoort bij {number}: {text}</translation>
    </message>
    <message>
        <source>Kind of the next note: {kind}</source>
        <translation>Soort van het volgende kaartje: {kind}</translation>
    </message>
    <message>
        <source>Persona: {name}</source>
        <translation>Persona: {name}</translation>
    </message>
    <message>
        <source>Channel: {name}</source>
        <translation>Kanaal: {name}</translation>
    </message>
    <message>
        <source>Parking lot</source>
        <translation>Parkeerplaats</translation>
    </message>
    <message>
        <source>A kind until you choose another</source>
        <translation>Een soort, tot je een andere kiest</translation>
    </message>
    <message>
        <source>At the note with number 22</source>
        <translation>Bij het kaartje met nummer 22</translation>
    </message>
    <message>
        <source>A persona or channel: the beginning of its name and a space</source>
        <translation>Een persona of kanaal: het begin van de naam en een spatie</translation>
    </message>
    <message>
        <source>A text that begins with / or @</source>
        <translation>Een tekst die begint met / of @</translation>
    </message>
    <message>
        <source>There is no note {number}: “{typed}” stays text.</source>
        <translation>Er is geen kaartje {number}: “{typed}” blijft tekst.</translation>
    </message>
    <message>
        <source>“{typed}” stays text; kinds: {letters}</source>
        <translation>“{typed}” blijft tekst; soorten: {letters}</translation>
    </message>
</context>
<context>
    <name>Scribe letter</name>
    <message>
        <source>t</source>
        <translation>c</translation>
    </message>
    <message>
        <source>a</source>
        <translation>h</translation>
    </message>
    <message>
        <source>q</source>
        <translation>g</translation>
    </message>
    <message>
        <source>d</source>
        <translation>b</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>i</source>
        <translation>i</translation>
    </message>
    <message>
        <source>o</source>
        <translation>o</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>l</source>
        <translation>x</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Recently discarded work</source>
        <translation>Onlangs weggedaan werk</translation>
    </message>
    <message numerus="yes">
        <source>Maps that were closed without saving stay here for %n day(s).</source>
        <translation><numerusform>Kaarten die je sloot zonder te bewaren, blijven hier %n dag staan.</numerusform><numerusform>Kaarten die je sloot zonder te bewaren, blijven hier %n dagen staan.</numerusform></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
    <message>
        <source>“{name}” is no map and no diagram. These can be opened: {kinds}.</source>
        <translation>‘{name}’ is geen kaart en geen diagram. Deze soorten kun je openen: {kinds}.</translation>
    </message>
    <message>
        <source>Mermaid diagrams</source>
        <translation>Mermaid-diagrammen</translation>
    </message>
    <message>
        <source>Save the diagram</source>
        <translation>Bewaar het diagram</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>A Mermaid diagram cannot hold this</source>
        <translation>Dit past niet in een Mermaid-diagram</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Bewaard als {name}</translation>
    </message>
    <message>
        <source>The texts of this language cannot be read: English stands in. Install Journeywall again.</source>
        <translation>De teksten van deze taal zijn niet te lezen; je ziet Engels. Installeer Journeywall opnieuw.</translation>
    </message>
    <message>
        <source>Saved, but the disk did not take these properties of the file: {names}.</source>
        <translation>Bewaard, maar de schijf nam deze eigenschappen van het bestand niet over: {names}.</translation>
    </message>
    <message>
        <source>Read only.</source>
        <translation>Alleen lezen.</translation>
    </message>
    <message>
        <source>This file cannot be changed here. What you change is kept in a copy only.</source>
        <translation>Dit bestand kun je hier niet veranderen. Wat je wijzigt, komt alleen in een kopie.</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Maak een kopie</translation>
    </message>
    <message>
        <source>Opened with remarks.</source>
        <translation>Geopend met opmerkingen.</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s); the file itself was not changed.</source>
        <translation><numerusform>%n opmerking; het bestand zelf is niet veranderd.</numerusform><numerusform>%n opmerkingen; het bestand zelf is niet veranderd.</numerusform></translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Prima</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Bekijk</translation>
    </message>
    <message>
        <source>Recovered.</source>
        <translation>Teruggevonden.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>What was being typed is in the inbox, chosen.</source>
        <translation>Wat je aan het typen was, ligt in de inbox en is gekozen.</translation>
    </message>
    <message>
        <source>Save to keep it.</source>
        <translation>Bewaar om het te houden.</translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation>Bewaar elders</translation>
    </message>
    <message>
        <source>The map is saved, but a power cut could bring the older one back. Save again, or save elsewhere.</source>
        <translation>De kaart is bewaard, maar na een stroomstoring kan de oudere terug zijn. Bewaar nog eens, of ergens anders.</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Bewaar nog eens</translation>
    </message>
    <message>
        <source>Saved under all its names.</source>
        <translation>Bewaard onder al zijn namen.</translation>
    </message>
    <message>
        <source>What was exported holds only what this Journeywall understands of the map.</source>
        <translation>In de export staat alleen wat deze Journeywall van de kaart begrijpt.</translation>
    </message>
    <message>
        <source>What was being typed is in the map.</source>
        <translation>Wat je aan het typen was, staat in de kaart.</translation>
    </message>
    <message>
        <source>Opened with remarks</source>
        <translation>Geopend met opmerkingen</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) up to {time}.</source>
        <translation><numerusform>%n bewerking tot {time}.</numerusform><numerusform>%n bewerkingen tot {time}.</numerusform></translation>
    </message>
    <message>
        <source>Not saved since {time}.</source>
        <translation>Niet bewaard sinds {time}.</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Houd beide</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>The disk does not confirm since {time}.</source>
        <translation>De schijf bevestigt niet sinds {time}.</translation>
    </message>
    <message>
        <source>“{name}” has another name on this disk (a hard link): what you save is written into both.</source>
        <translation>‘{name}’ heeft op deze schijf nog een naam (een harde koppeling): wat je bewaart, komt in beide.</translation>
    </message>
    <message>
        <source>map</source>
        <translation>kaart</translation>
    </message>
    <message>
        <source>Journey maps and posters</source>
        <translation>Kaarten en posters</translation>
    </message>
    <message>
        <source>Open a map</source>
        <translation>Open een kaart</translation>
    </message>
    <message>
        <source>Import a diagram</source>
        <translation>Haal een diagram binnen</translation>
    </message>
    <message numerus="yes">
        <source>Imported %n touchpoint(s)</source>
        <translation><numerusform>%n contactmoment binnengehaald</numerusform><numerusform>%n contactmomenten binnengehaald</numerusform></translation>
    </message>
    <message>
        <source>Journey maps</source>
        <translation>Klantreizen</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>Bewaar de kaart</translation>
    </message>
    <message>
        <source>“{name}” exists already. Choose another name.</source>
        <translation>“{name}” bestaat al. Kies een andere naam.</translation>
    </message>
    <message>
        <source>No work was discarded in the last days.</source>
        <translation>Er is de laatste dagen geen werk weggedaan.</translation>
    </message>
    <message>
        <source>That map is open in another window. Choose another name.</source>
        <translation>Die kaart staat open in een ander venster. Kies een andere naam.</translation>
    </message>
    <message>
        <source>Imported, with remarks</source>
        <translation>Binnengehaald, met opmerkingen</translation>
    </message>
    <message>
        <source>Its map comes as soon as it is read; you can go on working.</source>
        <translation>De kaart komt zodra die gelezen is; je kunt gewoon doorwerken.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>Reading “{name}”.</source>
        <translation>“{name}” wordt gelezen.</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Vandaag {time}</translation>
    </message>
    <message>
        <source>Not found: {path}</source>
        <translation>Niet gevonden: {path}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>Gisteren {time}</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Map without a title</source>
        <translation>Kaart zonder titel</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Taal van het programma</translation>
    </message>
    <message>
        <source>Open a map</source>
        <translation>Open een kaart</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Haal binnen</translation>
    </message>
    <message>
        <source>In Dutch, with everything in it</source>
        <translation>In het Nederlands, met alles erin</translation>
    </message>
    <message>
        <source>In English, with everything in it</source>
        <translation>In het Engels, met alles erin</translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation>Verder waar je was</translation>
    </message>
    <message>
        <source>Examples to look into</source>
        <translation>Voorbeelden om in te kijken</translation>
    </message>
    <message>
        <source>Your maps will be listed here</source>
        <translation>Je kaarten komen hier te staan</translation>
    </message>
    <message>
        <source>Make your first one at the right, or open one that you were given.</source>
        <translation>Maak rechts je eerste, of open er een die je kreeg.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Forget this document…</source>
        <translation>Dit document vergeten…</translation>
    </message>
    <message>
        <source>More for this map</source>
        <translation>Meer voor deze kaart</translation>
    </message>
    <message numerus="yes">
        <source>%n phase(s)</source>
        <translation><numerusform>%n fase</numerusform><numerusform>%n fasen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation><numerusform>%n baan</numerusform><numerusform>%n banen</numerusform></translation>
    </message>
    <message>
        <source>Phases and lanes are ready. You can change everything later, nothing gets lost.</source>
        <translation>Fasen en banen staan klaar. Je kunt alles later veranderen, er gaat niets verloren.</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Sjablonen</translation>
    </message>
    <message>
        <source>Title of the map</source>
        <translation>Titel van de kaart</translation>
    </message>
    <message>
        <source>What is the journey about?</source>
        <translation>Waar gaat de reis over?</translation>
    </message>
    <message>
        <source>Which templates to show</source>
        <translation>Welke sjablonen je ziet</translation>
    </message>
    <message>
        <source>More for this template</source>
        <translation>Meer voor dit sjabloon</translation>
    </message>
    <message>
        <source>Language of the map</source>
        <translation>Taal van de kaart</translation>
    </message>
    <message>
        <source>Make map</source>
        <translation>Maak kaart</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Hernoem…</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>Bewaar als bestand…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Verwijder…</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Put back “{name}”</source>
        <translation>Zet ‘{name}’ terug</translation>
    </message>
    <message>
        <source>Begin with a template</source>
        <translation>Begin met een sjabloon</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigen</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Bron: {source}</translation>
    </message>
    <message>
        <source>New map</source>
        <translation>Nieuwe kaart</translation>
    </message>
    <message>
        <source>Save a map as a template, and it stands here.</source>
        <translation>Bewaar een kaart als sjabloon, dan staat die hier.</translation>
    </message>
    <message>
        <source>Deleted templates…</source>
        <translation>Verwijderde sjablonen…</translation>
    </message>
    <message>
        <source>Open a template file…</source>
        <translation>Open een sjabloonbestand…</translation>
    </message>
    <message>
        <source>Your own templates</source>
        <translation>Je eigen sjablonen</translation>
    </message>
</context>
<context>
    <name>SystemLibraries</name>
    <message>
        <source>There is no display to open the editor on. Without one, maps can be exported: journeywall export MAP OUT</source>
        <translation>Er is geen beeldscherm om de editor op te openen. Exporteren kan wel: journeywall export KAART BESTAND</translation>
    </message>
    <message>
        <source>The editor needs system libraries that are not installed. Install them with: {line}</source>
        <translation>De editor heeft systeembibliotheken nodig die er niet zijn. Installeer ze met: {line}</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Open a template</source>
        <translation>Open een sjabloon</translation>
    </message>
    <message>
        <source>Save the template to a file</source>
        <translation>Bewaar het sjabloon als bestand</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Sjablonen</translation>
    </message>
    <message>
        <source>It is among your templates now.</source>
        <translation>Het staat nu bij je sjablonen.</translation>
    </message>
    <message>
        <source>Keep the template</source>
        <translation>Bewaar het sjabloon</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zet terug</translation>
    </message>
    <message>
        <source>A new map from the template “{name}”.</source>
        <translation>Een nieuwe kaart van het sjabloon ‘{name}’.</translation>
    </message>
    <message>
        <source>“{name}” is among your templates now.</source>
        <translation>‘{name}’ staat nu bij je sjablonen.</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Bewaard als {name}</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>‘{name}’ is verwijderd.</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>Consumenten</translation>
    </message>
    <message>
        <source>B2B</source>
        <translation>B2B</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>What is it for?</source>
        <translation>Waar is het voor?</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>Bewaar als sjabloon</translation>
    </message>
    <message>
        <source>Save template</source>
        <translation>Bewaar sjabloon</translation>
    </message>
    <message numerus="yes">
        <source>You have a template with this name. It is replaced; the old one is kept for %n day(s).</source>
        <translation><numerusform>Je hebt al een sjabloon met deze naam. Dat wordt vervangen; het oude blijft %n dag bewaard.</numerusform><numerusform>Je hebt al een sjabloon met deze naam. Dat wordt vervangen; het oude blijft %n dagen bewaard.</numerusform></translation>
    </message>
    <message>
        <source>Keep the personas</source>
        <translation>Houd de persona’s</translation>
    </message>
    <message>
        <source>Keep the channels</source>
        <translation>Houd de kanalen</translation>
    </message>
    <message>
        <source>With the notes</source>
        <translation>Met de kaartjes</translation>
    </message>
    <message>
        <source>Then personas and channels stay as well.</source>
        <translation>Dan blijven ook de persona’s en kanalen.</translation>
    </message>
    <message>
        <source>Rename template</source>
        <translation>Hernoem sjabloon</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Hernoem</translation>
    </message>
    <message>
        <source>One line; it stands below the picture.</source>
        <translation>Eén regel; die staat onder het plaatje.</translation>
    </message>
    <message>
        <source>Give the template a name.</source>
        <translation>Geef het sjabloon een naam.</translation>
    </message>
    <message>
        <source>Phases, steps and lanes stay as they are. Choose what else the next map begins with.</source>
        <translation>Fasen, stappen en banen blijven zoals ze zijn. Kies waar de volgende kaart nog meer mee begint.</translation>
    </message>
    <message>
        <source>Replace template</source>
        <translation>Vervang sjabloon</translation>
    </message>
    <message>
        <source>Maps that you made with it stay as they are.</source>
        <translation>Kaarten die je ermee maakte, blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Delete template</source>
        <translation>Verwijder sjabloon</translation>
    </message>
    <message>
        <source>Delete the template “{name}”?</source>
        <translation>Het sjabloon ‘{name}’ verwijderen?</translation>
    </message>
    <message>
        <source>“{name}” is no template of Journeywall; choose another file.</source>
        <translation>‘{name}’ is geen sjabloon van Journeywall; kies een ander bestand.</translation>
    </message>
    <message>
        <source>“{name}” is a map, not a template; save it as a template first.</source>
        <translation>‘{name}’ is een kaart, geen sjabloon; bewaar hem eerst als sjabloon.</translation>
    </message>
    <message>
        <source>There is no template “{id}”; choose one of these: {ids}.</source>
        <translation>Er is geen sjabloon ‘{id}’; kies een van deze: {ids}.</translation>
    </message>
    <message>
        <source>Consumers and B2B</source>
        <translation>Consumenten en B2B</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>Assembly</source>
        <translation>Montage</translation>
    </message>
    <message>
        <source>How the map hangs</source>
        <translation>Zo hangt de kaart</translation>
    </message>
    <message>
        <source>Sheet {name}</source>
        <translation>Vel {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation><numerusform>%n vel</numerusform><numerusform>%n vellen</numerusform></translation>
    </message>
    <message>
        <source>sheet</source>
        <translation>vel</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) changed: {names}. Hang these over the old ones.</source>
        <translation><numerusform>%n vel is anders: {names}. Hang dat over het oude.</numerusform><numerusform>%n vellen zijn anders: {names}. Hang die over de oude.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>At {percent} %, which saves %n sheet(s).</source>
        <translation><numerusform>Op {percent} %, dat scheelt %n vel.</numerusform><numerusform>Op {percent} %, dat scheelt %n vellen.</numerusform></translation>
    </message>
    <message>
        <source>Sheets are named by column and row, not by paper: sheet {name} is column {column}, row {row}.</source>
        <translation>Vellen heten naar kolom en rij, niet naar papier: vel {name} is kolom {column}, rij {row}.</translation>
    </message>
    <message>
        <source>Cut each sheet at the right and the bottom, along the crop marks.</source>
        <translation>Snijd elk vel rechts en onder langs de snijtekens.</translation>
    </message>
    <message>
        <source>Lay each sheet over the glue edge of the next, up to the dashed line. Work row by row.</source>
        <translation>Leg elk vel over de lijmrand van het volgende, tot op de stippellijn. Werk per rij.</translation>
    </message>
    <message>
        <source>Cut the white off each sheet on all sides, along the crop marks.</source>
        <translation>Snijd het wit aan alle kanten van elk vel, langs de snijtekens.</translation>
    </message>
    <message>
        <source>Lay the sheets edge to edge and tape them from behind. Work row by row.</source>
        <translation>Leg de vellen rand aan rand en plak ze van achteren. Werk per rij.</translation>
    </message>
    <message>
        <source>Print at 100 %. Turn off “fit to page”.</source>
        <translation>Print op 100 %. Zet ‘passend maken’ uit.</translation>
    </message>
    <message>
        <source>Measure the ruler below. If 100 mm is not 100 mm, print again.</source>
        <translation>Meet de liniaal hieronder. Klopt 100 mm niet, print dan opnieuw.</translation>
    </message>
    <message>
        <source>Stick the rows together, from top to bottom.</source>
        <translation>Plak de rijen op elkaar, van boven naar beneden.</translation>
    </message>
    <message>
        <source>sheet {name}</source>
        <translation>vel {name}</translation>
    </message>
    <message>
        <source>Sheet {name}, row {row} of {rows}, column {column} of {columns}</source>
        <translation>Vel {name}, rij {row} van {rows}, kolom {column} van {columns}</translation>
    </message>
    <message>
        <source>{sheets} of {paper}, {rows} × {columns}. Together {width} by {height} mm, overlap {overlap} mm.</source>
        <translation>{sheets} {paper}, {rows} × {columns}. Samen {width} bij {height} mm, overlap {overlap} mm.</translation>
    </message>
    <message numerus="yes">
        <source>%n empty sheet(s) left out.</source>
        <translation><numerusform>%n leeg vel weggelaten.</numerusform><numerusform>%n lege vellen weggelaten.</numerusform></translation>
    </message>
    <message>
        <source>The sheets over a small picture of the map</source>
        <translation>De vellen over een kleine afbeelding van de kaart</translation>
    </message>
    <message>
        <source>Cut each sheet at the right and the bottom, where the picture ends.</source>
        <translation>Snijd elk vel rechts en onder, waar het beeld ophoudt.</translation>
    </message>
    <message>
        <source>Cut the white off each sheet on all sides, where the picture ends.</source>
        <translation>Snijd het wit aan alle kanten van elk vel, waar het beeld ophoudt.</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versie {number}</translation>
    </message>
</context>
<context>
    <name>Trace</name>
    <message>
        <source>Nothing is done about it yet.</source>
        <translation>Er wordt nog niets aan gedaan.</translation>
    </message>
    <message>
        <source>There is an idea, no solution yet.</source>
        <translation>Er is een idee, nog geen oplossing.</translation>
    </message>
    <message>
        <source>There is a solution, nobody acts on it yet.</source>
        <translation>Er is een oplossing, nog niemand doet er iets mee.</translation>
    </message>
    <message>
        <source>Actions are planned.</source>
        <translation>Er zijn acties gepland.</translation>
    </message>
    <message>
        <source>It is being worked on.</source>
        <translation>Er wordt aan gewerkt.</translation>
    </message>
    <message>
        <source>All actions are done.</source>
        <translation>Alle acties zijn klaar.</translation>
    </message>
    <message>
        <source>shown above already</source>
        <translation>staat hierboven al</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(geen tekst)</translation>
    </message>
    <message>
        <source>Pick a note to see what it rests on and what is done about it.</source>
        <translation>Kies een kaartje om te zien waar het op rust en wat eraan gedaan wordt.</translation>
    </message>
    <message>
        <source>Hold this trace while I go along its notes</source>
        <translation>Houd dit spoor vast terwijl ik langs de kaartjes ga</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>Waar het op rust</translation>
    </message>
    <message>
        <source>What is done about it</source>
        <translation>Wat eraan gedaan wordt</translation>
    </message>
    <message>
        <source>It rests on nothing yet.</source>
        <translation>Het rust nog nergens op.</translation>
    </message>
    <message>
        <source>Nothing rests on it yet.</source>
        <translation>Er rust nog niets op.</translation>
    </message>
    <message>
        <source>No support</source>
        <translation>Zonder onderbouwing</translation>
    </message>
    <message>
        <source>Every note that should rest on something does.</source>
        <translation>Elk kaartje dat ergens op moet rusten, doet dat.</translation>
    </message>
    <message>
        <source>Pain points without an action</source>
        <translation>Pijnpunten zonder actie</translation>
    </message>
    <message>
        <source>Something is done about every pain point.</source>
        <translation>Aan elk pijnpunt wordt iets gedaan.</translation>
    </message>
    <message>
        <source>What this rests on leads back to no touchpoint and no source.</source>
        <translation>Waar dit op rust, voert terug naar geen enkel contactmoment en geen enkele bron.</translation>
    </message>
    <message>
        <source>This solution answers no opportunity.</source>
        <translation>Deze oplossing beantwoordt geen kans.</translation>
    </message>
    <message>
        <source>This opportunity rests on nothing: no pain point, insight or touchpoint.</source>
        <translation>Deze kans rust nergens op: geen pijnpunt, inzicht of contactmoment.</translation>
    </message>
    <message>
        <source>This insight has neither a touchpoint nor a source.</source>
        <translation>Dit inzicht heeft geen contactmoment en geen bron.</translation>
    </message>
    <message>
        <source>This pain point belongs to no touchpoint and no phase.</source>
        <translation>Dit pijnpunt hoort bij geen contactmoment en bij geen fase.</translation>
    </message>
    <message>
        <source>is carried out by</source>
        <translation>wordt uitgevoerd met</translation>
    </message>
    <message>
        <source>on the way from</source>
        <translation>op weg van</translation>
    </message>
    <message>
        <source>on the way to</source>
        <translation>op weg naar</translation>
    </message>
    <message>
        <source>on the way from here</source>
        <translation>op weg hiervandaan</translation>
    </message>
    <message>
        <source>on the way to here</source>
        <translation>op weg hierheen</translation>
    </message>
</context>
<context>
    <name>Underneath</name>
    <message>
        <source>Merge</source>
        <translation>Voeg samen</translation>
    </message>
    <message>
        <source>{who} has this map open since {time}.</source>
        <translation>{who} heeft deze kaart open sinds {time}.</translation>
    </message>
    <message>
        <source>{table} {id} of the file has no place in the map any more.</source>
        <translation>{table} {id} uit het bestand heeft geen plaats meer in de kaart.</translation>
    </message>
    <message>
        <source>This map is free now.</source>
        <translation>Deze kaart is nu vrij.</translation>
    </message>
    <message>
        <source>Nobody else has it open any more. You see it as it was when you opened it.</source>
        <translation>Niemand anders heeft hem nog open. Je ziet hem zoals hij was toen je hem opende.</translation>
    </message>
    <message>
        <source>You can look, not change. You are told when it is free.</source>
        <translation>Je kunt kijken, niet veranderen. Je hoort het als hij vrij is.</translation>
    </message>
    <message>
        <source>It was changed at {time}.</source>
        <translation>Hij is veranderd om {time}.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n other versions of this map.</source>
        <translation><numerusform>Er is %n andere versie van deze kaart.</numerusform><numerusform>Er zijn %n andere versies van deze kaart.</numerusform></translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Open een kopie</translation>
    </message>
    <message>
        <source>Nothing was heard from there for some minutes.</source>
        <translation>Daar is al een paar minuten niets van gehoord.</translation>
    </message>
    <message>
        <source>Read only.</source>
        <translation>Alleen lezen.</translation>
    </message>
    <message>
        <source>A newer Journeywall made this map. You see what this one understands; an export holds no more than that. The file itself is never changed.</source>
        <translation>Een nieuwere Journeywall heeft deze kaart gemaakt. Je ziet wat deze ervan begrijpt; meer staat er ook niet in een export. Het bestand zelf verandert nooit.</translation>
    </message>
    <message>
        <source>Not locked.</source>
        <translation>Niet op slot.</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Prima</translation>
    </message>
    <message>
        <source>What you change is kept on this computer, and not saved into this file. Save it elsewhere.</source>
        <translation>Wat je verandert blijft op deze computer, en komt niet in dit bestand. Bewaar het ergens anders.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Neem terug</translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation>Bewaar elders</translation>
    </message>
    <message>
        <source>What is different…</source>
        <translation>Wat is er anders…</translation>
    </message>
    <message>
        <source>There is another version of this map.</source>
        <translation>Er is nog een versie van deze kaart.</translation>
    </message>
    <message numerus="yes">
        <source>%n other version(s) of this map left to look at.</source>
        <translation><numerusform>Nog %n andere versie van deze kaart om te bekijken.</numerusform><numerusform>Nog %n andere versies van deze kaart om te bekijken.</numerusform></translation>
    </message>
    <message>
        <source>“{name}” lies beside it: a sync program made it.</source>
        <translation>‘{name}’ ligt ernaast: een synchronisatieprogramma heeft die gemaakt.</translation>
    </message>
    <message>
        <source>A sync program laid them beside it. The next one is “{name}”.</source>
        <translation>Een synchronisatieprogramma heeft ze ernaast gezet. De volgende is ‘{name}’.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>The file is gone since {time}.</source>
        <translation>Het bestand is weg sinds {time}.</translation>
    </message>
    <message>
        <source>The disk or folder is away since {time}.</source>
        <translation>De schijf of map is weg sinds {time}.</translation>
    </message>
    <message>
        <source>The file cannot be written since {time}.</source>
        <translation>In het bestand kan niet worden geschreven sinds {time}.</translation>
    </message>
    <message>
        <source>The disk is full since {time}.</source>
        <translation>De schijf is vol sinds {time}.</translation>
    </message>
    <message>
        <source>The disk does not answer since {time}.</source>
        <translation>De schijf antwoordt niet sinds {time}.</translation>
    </message>
    <message>
        <source>What you changed meanwhile is not in it yet.</source>
        <translation>Wat je intussen veranderde, staat er nog niet in.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Toon</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerk</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Neem over…</translation>
    </message>
    <message>
        <source>{who} has this map open.</source>
        <translation>{who} heeft deze kaart open.</translation>
    </message>
    <message>
        <source>{who} took this map over at {time}.</source>
        <translation>{who} heeft deze kaart om {time} overgenomen.</translation>
    </message>
    <message>
        <source>Your work is not in it yet. Both are kept: theirs in the file, yours here.</source>
        <translation>Jouw werk staat er nog niet in. Beide blijven: dat van hen in het bestand, dat van jou hier.</translation>
    </message>
    <message>
        <source>You see the map as it was before.</source>
        <translation>Je ziet de kaart zoals hij daarvoor was.</translation>
    </message>
    <message>
        <source>Save mine beside it</source>
        <translation>Bewaar de mijne ernaast</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laad</translation>
    </message>
    <message>
        <source>Choose one…</source>
        <translation>Kies er een…</translation>
    </message>
    <message>
        <source>What you change is kept nowhere.</source>
        <translation>Wat je verandert wordt nergens bewaard.</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>Bewaar het opnieuw</translation>
    </message>
    <message>
        <source>{who} took this map over.</source>
        <translation>{who} heeft deze kaart overgenomen.</translation>
    </message>
    <message>
        <source>The file was changed elsewhere at {time}.</source>
        <translation>Het bestand is om {time} ergens anders veranderd.</translation>
    </message>
    <message>
        <source>What you change is kept on this computer.</source>
        <translation>Wat je verandert blijft op deze computer.</translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <translation>‘{name}’ is er weer.</translation>
    </message>
    <message>
        <source>Save to write “{name}” again.</source>
        <translation>Bewaar om ‘{name}’ opnieuw te schrijven.</translation>
    </message>
    <message>
        <source>Bring it back to save into “{name}”, or save elsewhere.</source>
        <translation>Breng hem terug om in ‘{name}’ te bewaren, of bewaar ergens anders.</translation>
    </message>
    <message>
        <source>Allow writing “{name}” and its folder, or save elsewhere.</source>
        <translation>Geef toestemming om ‘{name}’ en de map te veranderen, of bewaar ergens anders.</translation>
    </message>
    <message>
        <source>Make room for “{name}”, or save elsewhere.</source>
        <translation>Maak ruimte voor ‘{name}’, of bewaar ergens anders.</translation>
    </message>
    <message>
        <source>Look at the cable or the network of “{name}”, or save elsewhere.</source>
        <translation>Kijk naar de kabel of het netwerk van ‘{name}’, of bewaar ergens anders.</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In het bestand</translation>
    </message>
    <message>
        <source>Both are in the map now. Save to keep it.</source>
        <translation>Beide staan nu in de kaart. Bewaar om het te houden.</translation>
    </message>
    <message>
        <source>What is in the file now is damaged; yours is kept. Save it elsewhere.</source>
        <translation>Wat nu in het bestand staat is beschadigd; het jouwe blijft. Bewaar het ergens anders.</translation>
    </message>
    <message>
        <source>The map could not be taken over: its folder cannot be written.</source>
        <translation>De kaart kon niet worden overgenomen: in de map ervan kan niet worden geschreven.</translation>
    </message>
    <message>
        <source>The map is as it is in its file now.</source>
        <translation>De kaart is nu zoals in zijn bestand.</translation>
    </message>
    <message>
        <source>What has no place in the map any more</source>
        <translation>Wat geen plaats meer heeft in de kaart</translation>
    </message>
    <message>
        <source>Done with it</source>
        <translation>Klaar ermee</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Open die</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Load what was changed elsewhere</source>
        <translation>Laad wat ergens anders is veranderd</translation>
    </message>
    <message>
        <source>Merge what was changed elsewhere</source>
        <translation>Voeg samen met wat ergens anders is veranderd</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n note(s)</source>
        <translation><numerusform>Plak %n kaartje</numerusform><numerusform>Plak %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Link %n note(s)</source>
        <translation><numerusform>Verbind %n kaartje</numerusform><numerusform>Verbind %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Add %n picture(s)</source>
        <translation><numerusform>Voeg %n afbeelding toe</numerusform><numerusform>Voeg %n afbeeldingen toe</numerusform></translation>
    </message>
    <message>
        <source>Change note</source>
        <translation>Wijzig kaartje</translation>
    </message>
    <message numerus="yes">
        <source>Add %n note(s)</source>
        <translation><numerusform>Voeg %n kaartje toe</numerusform><numerusform>Voeg %n kaartjes toe</numerusform></translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Bewerk kaartje</translation>
    </message>
    <message numerus="yes">
        <source>Move %n note(s)</source>
        <translation><numerusform>Verplaats %n kaartje</numerusform><numerusform>Verplaats %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n note(s)</source>
        <translation><numerusform>Verwijder %n kaartje</numerusform><numerusform>Verwijder %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n note(s)</source>
        <translation><numerusform>Dupliceer %n kaartje</numerusform><numerusform>Dupliceer %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Change kind of %n note(s)</source>
        <translation><numerusform>Wijzig de soort van %n kaartje</numerusform><numerusform>Wijzig de soort van %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Attach %n note(s)</source>
        <translation><numerusform>Hang %n kaartje aan</numerusform><numerusform>Hang %n kaartjes aan</numerusform></translation>
    </message>
    <message>
        <source>Detach note</source>
        <translation>Maak kaartje los</translation>
    </message>
    <message>
        <source>Set feeling</source>
        <translation>Geef gevoel</translation>
    </message>
    <message>
        <source>Set feeling aimed for</source>
        <translation>Zet beoogd gevoel</translation>
    </message>
    <message>
        <source>Clear feeling</source>
        <translation>Wis gevoel</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Filter bewaren</translation>
    </message>
    <message>
        <source>Change filter</source>
        <translation>Filter wijzigen</translation>
    </message>
    <message>
        <source>Rename filter</source>
        <translation>Filter hernoemen</translation>
    </message>
    <message>
        <source>Remove filter</source>
        <translation>Filter verwijderen</translation>
    </message>
    <message>
        <source>Move phase</source>
        <translation>Verplaats fase</translation>
    </message>
    <message>
        <source>Move step</source>
        <translation>Verplaats stap</translation>
    </message>
    <message>
        <source>Move lane</source>
        <translation>Verplaats baan</translation>
    </message>
    <message>
        <source>Move persona</source>
        <translation>Verplaats persona</translation>
    </message>
    <message>
        <source>Move channel</source>
        <translation>Verplaats kanaal</translation>
    </message>
    <message>
        <source>Change map</source>
        <translation>Wijzig kaart</translation>
    </message>
    <message>
        <source>Change phase</source>
        <translation>Wijzig fase</translation>
    </message>
    <message>
        <source>Change step</source>
        <translation>Wijzig stap</translation>
    </message>
    <message>
        <source>Change lane</source>
        <translation>Wijzig baan</translation>
    </message>
    <message>
        <source>Change persona</source>
        <translation>Wijzig persona</translation>
    </message>
    <message>
        <source>Change channel</source>
        <translation>Wijzig kanaal</translation>
    </message>
    <message>
        <source>Add phase</source>
        <translation>Voeg fase toe</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>Voeg stap toe</translation>
    </message>
    <message>
        <source>Add lane</source>
        <translation>Voeg baan toe</translation>
    </message>
    <message>
        <source>Remove phase</source>
        <translation>Verwijder fase</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>Verwijder stap</translation>
    </message>
    <message>
        <source>Remove lane</source>
        <translation>Verwijder baan</translation>
    </message>
    <message>
        <source>Add persona</source>
        <translation>Voeg persona toe</translation>
    </message>
    <message>
        <source>Remove persona</source>
        <translation>Verwijder persona</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>Voeg kanaal toe</translation>
    </message>
    <message>
        <source>Remove channel</source>
        <translation>Verwijder kanaal</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n link(s)</source>
        <translation><numerusform>Verwijder %n verbinding</numerusform><numerusform>Verwijder %n verbindingen</numerusform></translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>Wijzig verbinding</translation>
    </message>
    <message>
        <source>Turn link round</source>
        <translation>Draai verbinding om</translation>
    </message>
    <message>
        <source>Add action</source>
        <translation>Voeg actie toe</translation>
    </message>
    <message numerus="yes">
        <source>Change %n action(s)</source>
        <translation><numerusform>Wijzig %n actie</numerusform><numerusform>Wijzig %n acties</numerusform></translation>
    </message>
    <message>
        <source>Move action</source>
        <translation>Verplaats actie</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n action(s)</source>
        <translation><numerusform>Verwijder %n actie</numerusform><numerusform>Verwijder %n acties</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Change %n note(s)</source>
        <translation><numerusform>Wijzig %n kaartje</numerusform><numerusform>Wijzig %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the severity of %n note(s)</source>
        <translation><numerusform>Zet de ernst van %n kaartje</numerusform><numerusform>Zet de ernst van %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the evidence of %n note(s)</source>
        <translation><numerusform>Zet het bewijs van %n kaartje</numerusform><numerusform>Zet het bewijs van %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the owner of %n note(s)</source>
        <translation><numerusform>Zet de eigenaar van %n kaartje</numerusform><numerusform>Zet de eigenaar van %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the department of %n note(s)</source>
        <translation><numerusform>Zet de afdeling van %n kaartje</numerusform><numerusform>Zet de afdeling van %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the channels of %n note(s)</source>
        <translation><numerusform>Zet de kanalen van %n kaartje</numerusform><numerusform>Zet de kanalen van %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the personas of %n note(s)</source>
        <translation><numerusform>Zet de persona's van %n kaartje</numerusform><numerusform>Zet de persona's van %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the tags of %n note(s)</source>
        <translation><numerusform>Zet de labels van %n kaartje</numerusform><numerusform>Zet de labels van %n kaartjes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the feeling aimed for at %n touchpoint(s)</source>
        <translation><numerusform>Zet het beoogde gevoel bij %n contactmoment</numerusform><numerusform>Zet het beoogde gevoel bij %n contactmomenten</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the feeling at %n touchpoint(s)</source>
        <translation><numerusform>Zet het gevoel bij %n contactmoment</numerusform><numerusform>Zet het gevoel bij %n contactmomenten</numerusform></translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Verwijder afbeelding</translation>
    </message>
    <message>
        <source>Change portrait</source>
        <translation>Wijzig portret</translation>
    </message>
    <message>
        <source>Change logo</source>
        <translation>Wijzig logo</translation>
    </message>
    <message>
        <source>Correct note</source>
        <translation>Kaartje verbeteren</translation>
    </message>
    <message>
        <source>Split note</source>
        <translation>Kaartje splitsen</translation>
    </message>
    <message>
        <source>Merge notes</source>
        <translation>Kaartjes samenvoegen</translation>
    </message>
    <message>
        <source>Go back to an earlier version</source>
        <translation>Ga terug naar een eerdere versie</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Damaged; cannot be opened</source>
        <translation>Beschadigd; gaat niet open</translation>
    </message>
    <message>
        <source>A part of Journeywall could not be read; start it anew to keep versions.</source>
        <translation>Een deel van Journeywall kon niet worden gelezen; start het opnieuw om versies te bewaren.</translation>
    </message>
    <message>
        <source>There is no earlier version yet. Each save keeps one.</source>
        <translation>Er is nog geen eerdere versie. Elke keer dat je bewaart komt er een bij.</translation>
    </message>
    <message>
        <source>Back at the earlier version</source>
        <translation>Terug bij de eerdere versie</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Open as a copy</source>
        <translation>Open als kopie</translation>
    </message>
    <message>
        <source>The map is as it was: today’s state could not be kept first. {reason}</source>
        <translation>De kaart is zoals hij was: de stand van vandaag kon niet eerst worden bewaard. {reason}</translation>
    </message>
    <message>
        <source>That is what the map says today.</source>
        <translation>Dat is wat de kaart vandaag zegt.</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>Ga hierheen terug</translation>
    </message>
    <message>
        <source>Versions are not protected.</source>
        <translation>Versies zijn niet beschermd.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Bewaard</translation>
    </message>
    <message>
        <source>While working</source>
        <translation>Tijdens het werk</translation>
    </message>
    <message>
        <source>As the file was before saving</source>
        <translation>Zoals het bestand was voor het bewaren</translation>
    </message>
    <message>
        <source>In the older format</source>
        <translation>In het oudere formaat</translation>
    </message>
    <message>
        <source>Before going back</source>
        <translation>Voor het teruggaan</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gisteren</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n kaartje</numerusform><numerusform>%n kaartjes</numerusform></translation>
    </message>
    <message>
        <source>Until today: {what}</source>
        <translation>Tot vandaag: {what}</translation>
    </message>
    <message>
        <source>The same as today</source>
        <translation>Gelijk aan vandaag</translation>
    </message>
    <message>
        <source>The oldest one that is kept: {count}</source>
        <translation>De oudste die bewaard is: {count}</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Eerdere versies</translation>
    </message>
    <message>
        <source>Versions, the newest first</source>
        <translation>Versies, de nieuwste eerst</translation>
    </message>
    <message>
        <source>How the map looked</source>
        <translation>Zo zag de kaart eruit</translation>
    </message>
    <message>
        <source>Compare with today</source>
        <translation>Vergelijk met vandaag</translation>
    </message>
    <message>
        <source>Journeywall keeps the last saves, then one an hour and one a day, on this computer. Going back is an edit: undo takes it back, and today’s map becomes a version too.</source>
        <translation>Journeywall houdt op deze computer bij wat je bewaart: de laatste keren, dan één per uur en één per dag. Teruggaan is een bewerking: je kunt haar ongedaan maken, en de kaart van vandaag wordt ook een versie.</translation>
    </message>
    <message>
        <source>This version is damaged and cannot be opened; choose another one.</source>
        <translation>Deze versie is beschadigd en gaat niet open; kies een andere.</translation>
    </message>
    <message>
        <source>This map has no usable id; no earlier versions of it are kept.</source>
        <translation>Deze kaart heeft geen bruikbaar kenmerk; eerdere versies worden niet bewaard.</translation>
    </message>
    <message>
        <source>There is no room to keep earlier versions of this map; free some space.</source>
        <translation>Er is geen ruimte om eerdere versies van deze kaart te bewaren; maak wat ruimte vrij.</translation>
    </message>
    <message>
        <source>Earlier versions of this map cannot be kept: its folder on this computer fails.</source>
        <translation>Eerdere versies van deze kaart kunnen niet worden bewaard: de map op deze computer werkt niet.</translation>
    </message>
    <message>
        <source>The earlier versions of this map could not all be deleted; try again.</source>
        <translation>Niet alle eerdere versies van deze kaart konden worden verwijderd; probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Another program is busy with the earlier versions of this map.</source>
        <translation>Een ander programma is bezig met de eerdere versies van deze kaart.</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Screen</source>
        <translation>Scherm</translation>
    </message>
    <message>
        <source>{screen}, {width} × {height}</source>
        <translation>{screen}, {width} × {height}</translation>
    </message>
    <message>
        <source>The screen of the wall is gone. Nothing is lost: your map goes on here.</source>
        <translation>Het scherm van de wand is weg. Er is niets kwijt: je kaart gaat hier verder.</translation>
    </message>
    <message>
        <source>Wall: {shown} of {of}</source>
        <translation>Wand: {shown} van {of}</translation>
    </message>
    <message>
        <source>The screen of the wall is back.</source>
        <translation>Het scherm van de wand is er weer.</translation>
    </message>
    <message>
        <source>Open the wall</source>
        <translation>Open de wand</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Stel in</translation>
    </message>
    <message>
        <source>{told} The image counts as {image} m high.</source>
        <translation>{told} Het beeld telt als {image} m hoog.</translation>
    </message>
    <message>
        <source>The time is over: {label}</source>
        <translation>De tijd is om: {label}</translation>
    </message>
    <message>
        <source>The time is over</source>
        <translation>De tijd is om</translation>
    </message>
    <message>
        <source>Give a length from {least} to {most} m.</source>
        <translation>Geef een lengte van {least} tot {most} m.</translation>
    </message>
    <message>
        <source>Lanes on the wall</source>
        <translation>Banen op de wand</translation>
    </message>
    <message>
        <source>Image size and distance</source>
        <translation>Beeldgrootte en afstand</translation>
    </message>
    <message>
        <source>Lane without a name</source>
        <translation>Baan zonder naam</translation>
    </message>
    <message>
        <source>Height of the projected image</source>
        <translation>Hoogte van het beeld op de muur</translation>
    </message>
    <message>
        <source>Distance of the farthest seat</source>
        <translation>Afstand van de achterste stoel</translation>
    </message>
    <message>
        <source>In m or cm, from edge to edge</source>
        <translation>In m of cm, van rand tot rand</translation>
    </message>
    <message>
        <source>In m, from the image</source>
        <translation>In m, tot het beeld</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minuut</numerusform><numerusform>%n minuten</numerusform></translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Begin opnieuw</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>What you do now</source>
        <translation>Wat je nu doet</translation>
    </message>
    <message>
        <source>Such as 12 or 7:30</source>
        <translation>Zoals 12 of 7:30</translation>
    </message>
    <message>
        <source>Give minutes, such as 12 or 7:30.</source>
        <translation>Geef minuten, zoals 12 of 7:30.</translation>
    </message>
    <message>
        <source>Wall: {title}, phases {first} to {last}</source>
        <translation>Wand: {title}, fasen {first} tot en met {last}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Map without a title</source>
        <translation>Kaart zonder titel</translation>
    </message>
    <message>
        <source>Another screen</source>
        <translation>Ander scherm</translation>
    </message>
    <message>
        <source>Show all notes again</source>
        <translation>Alle kaartjes weer tonen</translation>
    </message>
    <message>
        <source>Close the wall (Esc)</source>
        <translation>Sluit de wand (Esc)</translation>
    </message>
    <message>
        <source>Wall: {title}</source>
        <translation>Wand: {title}</translation>
    </message>
    <message>
        <source>{shown} of {of} phases, so that the last row at {seat} m can read it.</source>
        <translation>{shown} van {of} fasen, zodat de achterste rij op {seat} m het kan lezen.</translation>
    </message>
    <message>
        <source>{shown} of {of} phases, and lanes that scroll, so that the last row at {seat} m can read it.</source>
        <translation>{shown} van {of} fasen, en banen die schuiven, zodat de achterste rij op {seat} m het kan lezen.</translation>
    </message>
    <message>
        <source>All phases and lanes that you chose; the last row at {seat} m can read them.</source>
        <translation>Alle fasen en banen die je koos; de achterste rij op {seat} m kan ze lezen.</translation>
    </message>
    <message>
        <source>All phases, and lanes that scroll, so that the last row at {seat} m can read it.</source>
        <translation>Alle fasen, en banen die schuiven, zodat de achterste rij op {seat} m het kan lezen.</translation>
    </message>
    <message>
        <source>One phase is wider than the image at the size that the last row at {seat} m needs; this text reads up to {reach} m.</source>
        <translation>Eén fase is breder dan het beeld in de grootte die de achterste rij op {seat} m nodig heeft; deze tekst is leesbaar tot {reach} m.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Move up</source>
        <translation>Schuif omhoog</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Schuif omlaag</translation>
    </message>
    <message>
        <source>Let the timer go on</source>
        <translation>Laat de timer doorlopen</translation>
    </message>
    <message>
        <source>Feeling: {score}</source>
        <translation>Gevoel: {score}</translation>
    </message>
    <message>
        <source>Undo: {edit}</source>
        <translation>Maak ongedaan: {edit}</translation>
    </message>
    <message>
        <source>Redo: {edit}</source>
        <translation>Doe opnieuw: {edit}</translation>
    </message>
    <message>
        <source>Not protected.</source>
        <translation>Niet beschermd.</translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation>Bewaar elders</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) in the inbox</source>
        <translation><numerusform>%n kaartje in de inbox</numerusform><numerusform>%n kaartjes in de inbox</numerusform></translation>
    </message>
    <message>
        <source>New persona</source>
        <translation>Nieuwe persona</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>Nieuw kanaal</translation>
    </message>
    <message>
        <source>There are no lines on the clipboard. Copy a list first.</source>
        <translation>Er staan geen regels op het klembord. Kopieer eerst een lijst.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) too many, left out</source>
        <translation><numerusform>%n regel te veel, weggelaten</numerusform><numerusform>%n regels te veel, weggelaten</numerusform></translation>
    </message>
    <message>
        <source>A phase keeps at least one step. Remove the phase itself.</source>
        <translation>Een fase houdt minstens één stap. Verwijder de fase zelf.</translation>
    </message>
    <message>
        <source>Writing along</source>
        <translation>Meeschrijven</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>The picture is on the clipboard: {width} × {height} px.</source>
        <translation>De afbeelding staat op het klembord: {width} × {height} px.</translation>
    </message>
    <message>
        <source>Choose a phase, a lane or notes on the map first.</source>
        <translation>Kies eerst een fase, een baan of kaartjes op de kaart.</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Baan</translation>
    </message>
    <message>
        <source>Empty note</source>
        <translation>Leeg kaartje</translation>
    </message>
    <message>
        <source>Filter: {name}</source>
        <translation>Filter: {name}</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Open opnieuw</translation>
    </message>
    <message>
        <source>No maps yet</source>
        <translation>Nog geen kaarten</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Drag with Alt to make a copy</source>
        <translation>Sleep met Alt om een kopie te maken</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passend</translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoint(s)</source>
        <translation><numerusform>%n contactmoment</numerusform><numerusform>%n contactmomenten</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pain point(s)</source>
        <translation><numerusform>%n pijnpunt</numerusform><numerusform>%n pijnpunten</numerusform></translation>
    </message>
    <message>
        <source>Not protected</source>
        <translation>Niet beschermd</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Alleen lezen</translation>
    </message>
    <message>
        <source>Not saved yet, kept on this computer</source>
        <translation>Nog niet bewaard, wel veilig op deze computer</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Alles bewaard</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation><numerusform>%n gekozen</numerusform><numerusform>%n gekozen</numerusform></translation>
    </message>
    <message>
        <source>Nothing to save yet</source>
        <translation>Nog niets te bewaren</translation>
    </message>
    <message>
        <source>All saved {time}</source>
        <translation>Alles bewaard {time}</translation>
    </message>
    <message>
        <source>Saved {time}, not confirmed yet</source>
        <translation>Bewaard {time}, nog niet bevestigd</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Search or do something</source>
        <translation>Zoek of doe iets</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druk af</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Kaartje</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbind</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acties</translation>
    </message>
    <message>
        <source>There is no border: all touchpoints that name a department name the same one.</source>
        <translation>Er is geen grens: alle contactmomenten met een afdeling hebben dezelfde.</translation>
    </message>
    <message>
        <source>There is no border yet: say at touchpoints which department they are of.</source>
        <translation>Er is nog geen grens: vul bij contactmomenten de afdeling in.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zet terug</translation>
    </message>
    <message>
        <source>Several: Space, or Ctrl and a click</source>
        <translation>Meer tegelijk: spatie, of Ctrl met een klik</translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message>
        <source>Not that</source>
        <translation>Dat past niet</translation>
    </message>
    <message>
        <source>Made from the sheet “Notes”. Change notes there.</source>
        <translation>Gemaakt uit het blad ‘Kaartjes’. Wijzig kaartjes daar.</translation>
    </message>
    <message>
        <source>Customer journey map</source>
        <translation>Klantreis</translation>
    </message>
    <message>
        <source>This column takes a whole number from {low} to {high}, or nothing.</source>
        <translation>In deze kolom past een heel getal van {low} tot en met {high}, of niets.</translation>
    </message>
    <message>
        <source>This column takes a date, or nothing.</source>
        <translation>In deze kolom past een datum, of niets.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>Choose from the list</source>
        <translation>Kies uit de lijst</translation>
    </message>
    <message>
        <source>This column takes a value of its list, or nothing.</source>
        <translation>In deze kolom past een waarde uit de lijst, of niets.</translation>
    </message>
    <message>
        <source>Several channels: put a semicolon between them.</source>
        <translation>Meer kanalen: zet er een puntkomma tussen.</translation>
    </message>
    <message>
        <source>Whom it concerns. Several personas: put a semicolon between them.</source>
        <translation>Over wie het gaat. Meer persona’s: zet er een puntkomma tussen.</translation>
    </message>
    <message>
        <source>Several: put a semicolon between them.</source>
        <translation>Meer dan een: zet er een puntkomma tussen.</translation>
    </message>
    <message>
        <source>In whole minutes.</source>
        <translation>In hele minuten.</translation>
    </message>
    <message>
        <source>A whole number from 0 to 100.</source>
        <translation>Een heel getal van 0 tot en met 100.</translation>
    </message>
    <message>
        <source>{field} (minutes)</source>
        <translation>{field} (minuten)</translation>
    </message>
    <message>
        <source>{field} (%)</source>
        <translation>{field} (%)</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanaal</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) not shown</source>
        <translation><numerusform>%n foto niet getoond</numerusform><numerusform>%n foto’s niet getoond</numerusform></translation>
    </message>
    <message>
        <source>{name}, picture {n} of {count}</source>
        <translation>{name}, foto {n} van {count}</translation>
    </message>
    <message>
        <source>map</source>
        <translation>kaart</translation>
    </message>
    <message>
        <source>inbox</source>
        <translation>inbox</translation>
    </message>
    <message>
        <source>parking lot</source>
        <translation>parkeerplaats</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Kaartjes</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Stap</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Baan</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>Staat op</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Hoort bij</translation>
    </message>
    <message>
        <source>{persona}: feeling ({scale})</source>
        <translation>{persona}: gevoel ({scale})</translation>
    </message>
    <message>
        <source>{persona}: word</source>
        <translation>{persona}: woord</translation>
    </message>
    <message>
        <source>{persona}: quote</source>
        <translation>{persona}: citaat</translation>
    </message>
    <message>
        <source>Leave the number of a note as it is. A new note has none yet.</source>
        <translation>Laat het nummer van een kaartje staan. Een nieuw kaartje heeft er nog geen.</translation>
    </message>
    <message>
        <source>The numbers of the touchpoints that this note belongs to, such as N28; N31.</source>
        <translation>De nummers van de contactmomenten waar dit kaartje bij hoort, zoals N28; N31.</translation>
    </message>
    <message>
        <source>{persona}: aimed for ({scale})</source>
        <translation>{persona}: beoogd ({scale})</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>per step</source>
        <translation>per stap</translation>
    </message>
    <message>
        <source>whole phase</source>
        <translation>hele fase</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindingen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acties</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gevonden</translation>
    </message>
    <message>
        <source>aimed for</source>
        <translation>beoogd</translation>
    </message>
    <message>
        <source>Phases and steps</source>
        <translation>Fasen en stappen</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Banen</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Persona’s</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanalen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>From: text</source>
        <translation>Van: tekst</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Naar</translation>
    </message>
    <message>
        <source>To: text</source>
        <translation>Naar: tekst</translation>
    </message>
    <message>
        <source>Word at the line</source>
        <translation>Woord bij de lijn</translation>
    </message>
    <message>
        <source>Pain points on the way</source>
        <translation>Pijnpunten onderweg</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Actie</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Klaar op</translation>
    </message>
    <message>
        <source>Notes that count</source>
        <translation>Kaartjes die meetellen</translation>
    </message>
    <message>
        <source>Feeling ({scale})</source>
        <translation>Gevoel ({scale})</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Line of feelings</source>
        <translation>Gevoelslijn</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punt</translation>
    </message>
    <message>
        <source>Feelings</source>
        <translation>Gevoelens</translation>
    </message>
    <message>
        <source>In the lists</source>
        <translation>In de lijsten</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Vakken</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citaat</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Doelen</translation>
    </message>
    <message>
        <source>Frustrations</source>
        <translation>Frustraties</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>The numbers of pain points, such as N28; N31.</source>
        <translation>De nummers van pijnpunten, zoals N28; N31.</translation>
    </message>
    <message>
        <source>Choose a solution from the list, or type its number.</source>
        <translation>Kies een oplossing uit de lijst, of typ het nummer.</translation>
    </message>
    <message>
        <source>Lowest point</source>
        <translation>Dieptepunt</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Piek</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Einde</translation>
    </message>
    <message>
        <source>Steepest drop: from</source>
        <translation>Steilste val: van</translation>
    </message>
    <message>
        <source>Steepest drop: to</source>
        <translation>Steilste val: naar</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Goes back to</source>
        <translation>Gaat terug naar</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschrijving</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portret</translation>
    </message>
</context>
</TS>
