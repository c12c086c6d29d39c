<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Canvas</name>
    <message numerus="yes">
        <source>%n note(s) chosen</source>
        <translation><numerusform>%n note chosen</numerusform><numerusform>%n notes chosen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted</source>
        <translation><numerusform>%n note deleted</numerusform><numerusform>%n notes deleted</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) parked</source>
        <translation><numerusform>%n note parked</numerusform><numerusform>%n notes parked</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) moved to the inbox</source>
        <translation><numerusform>%n note moved to the inbox</numerusform><numerusform>%n notes moved to the inbox</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) went to the inbox.</source>
        <translation><numerusform>%n note went to the inbox.</numerusform><numerusform>%n notes went to the inbox.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Connect %n note(s) with</source>
        <translation><numerusform>Connect %n note with</numerusform><numerusform>Connect %n notes with</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Make %n phase(s)</source>
        <translation><numerusform>Make %n phase</numerusform><numerusform>Make %n phases</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s), one column in each step.</source>
        <translation><numerusform>%n note, one column in each step.</numerusform><numerusform>%n notes, one column in each step.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) added</source>
        <translation><numerusform>%n picture added</numerusform><numerusform>%n pictures added</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be used:</source>
        <translation><numerusform>%n file could not be used:</numerusform><numerusform>%n files could not be used:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) too many, left out</source>
        <translation><numerusform>%n picture too many, left out</numerusform><numerusform>%n pictures too many, left out</numerusform></translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message numerus="yes">
        <source>%n note(s) wait for a place.</source>
        <translation><numerusform>%n note waits for a place.</numerusform><numerusform>%n notes wait for a place.</numerusform></translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation><numerusform>%n problem</numerusform><numerusform>%n problems</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation><numerusform>%n remark</numerusform><numerusform>%n remarks</numerusform></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n problem(s).</source>
        <translation><numerusform>%n problem.</numerusform><numerusform>%n problems.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>No problems; %n remark(s).</source>
        <translation><numerusform>No problems; %n remark.</numerusform><numerusform>No problems; %n remarks.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation><numerusform>%n page</numerusform><numerusform>%n pages</numerusform></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message numerus="yes">
        <source>Work that you do not save is kept on this computer for %n day(s).</source>
        <translation><numerusform>Work that you do not save is kept on this computer for %n day.</numerusform><numerusform>Work that you do not save is kept on this computer for %n days.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Found %n time(s) for one map, the newest first</source>
        <translation><numerusform>Found %n time for one map, the newest first</numerusform><numerusform>Found %n times for one map, the newest first</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <translation><numerusform>%n edit</numerusform><numerusform>%n edits</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>“{title}” stays on this computer for %n day(s).</source>
        <translation><numerusform>“{title}” stays on this computer for %n day.</numerusform><numerusform>“{title}” stays on this computer for %n days.</numerusform></translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message numerus="yes">
        <source>%n phase(s)</source>
        <translation><numerusform>%n phase</numerusform><numerusform>%n phases</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation><numerusform>%n step</numerusform><numerusform>%n steps</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation><numerusform>%n lane</numerusform><numerusform>%n lanes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s)</source>
        <translation><numerusform>%n persona</numerusform><numerusform>%n personas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s)</source>
        <translation><numerusform>%n channel</numerusform><numerusform>%n channels</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n note</numerusform><numerusform>%n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation><numerusform>%n link</numerusform><numerusform>%n links</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n feeling(s)</source>
        <translation><numerusform>%n feeling</numerusform><numerusform>%n feelings</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation><numerusform>%n action</numerusform><numerusform>%n actions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation><numerusform>%n picture</numerusform><numerusform>%n pictures</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n saved filter(s)</source>
        <translation><numerusform>%n saved filter</numerusform><numerusform>%n saved filters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation><numerusform>%n added</numerusform><numerusform>%n added</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation><numerusform>%n removed</numerusform><numerusform>%n removed</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation><numerusform>%n changed</numerusform><numerusform>%n changed</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n renamed</source>
        <translation><numerusform>%n renamed</numerusform><numerusform>%n renamed</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation><numerusform>%n moved</numerusform><numerusform>%n moved</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation><numerusform>%n thing</numerusform><numerusform>%n things</numerusform></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>Left out: %n note(s) of a kind that this version does not know.</source>
        <translation><numerusform>Left out: %n note of a kind that this version does not know.</numerusform><numerusform>Left out: %n notes of a kind that this version does not know.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n note(s) of the inbox and the parking lot.</source>
        <translation><numerusform>Left out: %n note of the inbox and the parking lot.</numerusform><numerusform>Left out: %n notes of the inbox and the parking lot.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n attachment(s) of a note to a touchpoint.</source>
        <translation><numerusform>Left out: %n attachment of a note to a touchpoint.</numerusform><numerusform>Left out: %n attachments of notes to touchpoints.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n action(s).</source>
        <translation><numerusform>Left out: %n action.</numerusform><numerusform>Left out: %n actions.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n channel(s) of the touchpoints.</source>
        <translation><numerusform>Left out: %n channel of the touchpoints.</numerusform><numerusform>Left out: %n channels of the touchpoints.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: the name(s) of %n step(s).</source>
        <translation><numerusform>Left out: the name of %n step.</numerusform><numerusform>Left out: the names of %n steps.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n division(s) of a phase into steps.</source>
        <translation><numerusform>Left out: %n division of a phase into steps.</numerusform><numerusform>Left out: %n divisions of phases into steps.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: the name(s) of %n lane(s).</source>
        <translation><numerusform>Left out: the name of %n lane.</numerusform><numerusform>Left out: the names of %n lanes.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: the own colour(s) of %n phase(s), step(s), lane(s) or persona(s).</source>
        <translation><numerusform>Left out: the own colour of %n phase, step, lane or persona.</numerusform><numerusform>Left out: the own colours of %n phases, steps, lanes or personas.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: the question(s) of %n phase(s) or lane(s).</source>
        <translation><numerusform>Left out: the question of %n phase or lane.</numerusform><numerusform>Left out: the questions of %n phases or lanes.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n loop(s) from a phase back to another.</source>
        <translation><numerusform>Left out: %n loop from a phase back to another.</numerusform><numerusform>Left out: %n loops from a phase back to another.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n feeling(s) aimed for.</source>
        <translation><numerusform>Left out: %n feeling aimed for.</numerusform><numerusform>Left out: %n feelings aimed for.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: the word(s) or quote(s) of %n feeling(s).</source>
        <translation><numerusform>Left out: the word or quote of %n feeling.</numerusform><numerusform>Left out: the words or quotes of %n feelings.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) stand there once for each score, because the personas feel differently.</source>
        <translation><numerusform>%n task stands there once for each score, because the personas feel differently.</numerusform><numerusform>%n tasks stand there once for each score, because the personas feel differently.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoint(s) without a feeling show a neutral face in Mermaid.</source>
        <translation><numerusform>%n touchpoint without a feeling shows a neutral face in Mermaid.</numerusform><numerusform>%n touchpoints without a feeling show a neutral face in Mermaid.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s) without a feeling do not show in Mermaid.</source>
        <translation><numerusform>%n persona without a feeling does not show in Mermaid.</numerusform><numerusform>%n personas without a feeling do not show in Mermaid.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: the description(s) of %n persona(s).</source>
        <translation><numerusform>Left out: the description of %n persona.</numerusform><numerusform>Left out: the descriptions of %n personas.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s) got a number, because Mermaid knows people by their name only.</source>
        <translation><numerusform>%n persona got a number, because Mermaid knows people by their name only.</numerusform><numerusform>%n personas got a number, because Mermaid knows people by their name only.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: “{field}” of %n touchpoint(s).</source>
        <translation><numerusform>Left out: “{field}” of %n touchpoint.</numerusform><numerusform>Left out: “{field}” of %n touchpoints.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n phase(s) cannot be put on {posters} posters; take fewer posters.</source>
        <translation><numerusform>%n phase cannot be put on {posters} posters; take fewer posters.</numerusform><numerusform>%n phases cannot be put on {posters} posters; take fewer posters.</numerusform></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>{done} of %n page(s)</source>
        <translation><numerusform>{done} of %n page</numerusform><numerusform>{done} of %n pages</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation><numerusform>%n row</numerusform><numerusform>%n rows</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation><numerusform>%n column</numerusform><numerusform>%n columns</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>the first %n are shown</source>
        <translation><numerusform>the first is shown</numerusform><numerusform>the first %n are shown</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The whole map: %n phase(s)</source>
        <translation><numerusform>The whole map: %n phase</numerusform><numerusform>The whole map: %n phases</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation><numerusform>%n lane</numerusform><numerusform>%n lanes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A part of the map: %n phase(s)</source>
        <translation><numerusform>A part of the map: %n phase</numerusform><numerusform>A part of the map: %n phases</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n note</numerusform><numerusform>%n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation><numerusform>%n page</numerusform><numerusform>%n pages</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n poster(s)</source>
        <translation><numerusform>%n poster</numerusform><numerusform>%n posters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Only what is shown goes along in the PDF, with %n note(s); no inbox, no parking lot.</source>
        <translation><numerusform>Only what is shown goes along in the PDF, with %n note; no inbox, no parking lot.</numerusform><numerusform>Only what is shown goes along in the PDF, with %n notes; no inbox, no parking lot.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) instead of {most}</source>
        <translation><numerusform>%n sheet instead of {most}</numerusform><numerusform>%n sheets instead of {most}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) with characters that cannot be printed</source>
        <translation><numerusform>%n text with characters that cannot be printed</numerusform><numerusform>%n texts with characters that cannot be printed</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in “{folder}” will be replaced: {names}.</source>
        <translation><numerusform>%n file in “{folder}” will be replaced: {names}.</numerusform><numerusform>%n files in “{folder}” will be replaced: {names}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{print}: the notes do not fit their places of then; %n sheet(s) differ.</source>
        <translation><numerusform>{print}: the notes do not fit their places of then; %n sheet differ.</numerusform><numerusform>{print}: the notes do not fit their places of then; %n sheets differ.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{print}: %n sheet(s) differ.</source>
        <translation><numerusform>{print}: %n sheet differ.</numerusform><numerusform>{print}: %n sheets differ.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) and the assembly page</source>
        <translation><numerusform>%n sheet and the assembly page</numerusform><numerusform>%n sheets and the assembly page</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation><numerusform>%n sheet</numerusform><numerusform>%n sheets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) {paper}</source>
        <translation><numerusform>%n page {paper}</numerusform><numerusform>%n pages {paper}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>In %n PDF(s), to be printed at 100 %</source>
        <translation><numerusform>In %n PDF, to be printed at 100 %</numerusform><numerusform>In %n PDFs, to be printed at 100 %</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A workbook with %n note(s)</source>
        <translation><numerusform>A workbook with %n note</numerusform><numerusform>A workbook with %n notes</numerusform></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message numerus="yes">
        <source>%n thing(s) that could not be read stay put aside in the file.</source>
        <translation><numerusform>%n thing that could not be read stay put aside in the file.</numerusform><numerusform>%n things that could not be read stay put aside in the file.</numerusform></translation>
    </message>
</context>
<context>
    <name>Forget</name>
    <message numerus="yes">
        <source>Work that was found after a crash: %n time(s)</source>
        <translation><numerusform>Work that was found after a crash: %n time</numerusform><numerusform>Work that was found after a crash: %n times</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Work that was closed without saving: %n time(s)</source>
        <translation><numerusform>Work that was closed without saving: %n time</numerusform><numerusform>Work that was closed without saving: %n times</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n earlier version(s)</source>
        <translation><numerusform>%n earlier version</numerusform><numerusform>%n earlier versions</numerusform></translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>a text is too long; its last %n character(s) were left out.</source>
        <translation><numerusform>a text is too long; its last character was left out.</numerusform><numerusform>a text is too long; its last %n characters were left out.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n comment line(s) were left out.</source>
        <translation><numerusform>One comment line was left out.</numerusform><numerusform>%n comment lines were left out.</numerusform></translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message numerus="yes">
        <source>You have %n dot(s). Several may go to the same note.</source>
        <translation><numerusform>You have %n dot.</numerusform><numerusform>You have %n dots. Several may go to the same note.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pain point(s)</source>
        <translation><numerusform>%n pain point</numerusform><numerusform>%n pain points</numerusform></translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation><numerusform>%n action</numerusform><numerusform>%n actions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n action(s)</source>
        <translation><numerusform>{shown} of %n action</numerusform><numerusform>{shown} of %n actions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) deleted</source>
        <translation><numerusform>%n action deleted</numerusform><numerusform>%n actions deleted</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n note(s)</source>
        <translation><numerusform>{shown} of %n note</numerusform><numerusform>{shown} of %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation><numerusform>%n row copied</numerusform><numerusform>%n rows copied</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation><numerusform>%n overdue</numerusform><numerusform>%n overdue</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n note</numerusform><numerusform>%n notes</numerusform></translation>
    </message>
</context>
<context>
    <name>Many</name>
    <message numerus="yes">
        <source>%n note(s) stay as they are: {kinds} have no “{field}”.</source>
        <translation><numerusform>%n note stays as it is: {kinds} have no “{field}”.</numerusform><numerusform>%n notes stay as they are: {kinds} have no “{field}”.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) stay as they are: their feelings, links or attached notes would be lost. Change them one by one.</source>
        <translation><numerusform>%n note stays as it is: its feelings, links or attached notes would be lost. Change it by itself.</numerusform><numerusform>%n notes stay as they are: their feelings, links or attached notes would be lost. Change them one by one.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) stay as they are: only touchpoints have feelings.</source>
        <translation><numerusform>%n note stays as it is: only touchpoints have feelings.</numerusform><numerusform>%n notes stay as they are: only touchpoints have feelings.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) stay where they are: no lane holds their kind.</source>
        <translation><numerusform>%n note stays where it is: no lane holds its kind.</numerusform><numerusform>%n notes stay where they are: no lane holds their kind.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) stay where they are: choose a phase for them first.</source>
        <translation><numerusform>%n note stays where it is: choose a phase for it first.</numerusform><numerusform>%n notes stay where they are: choose a phase for them first.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) stay where they are: the lane “{lane}” is for another kind.</source>
        <translation><numerusform>%n note stays where it is: the lane “{lane}” is for another kind.</numerusform><numerusform>%n notes stay where they are: the lane “{lane}” is for another kind.</numerusform></translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation><numerusform>%n picture</numerusform><numerusform>%n pictures</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>carries %n pain point(s)</source>
        <translation><numerusform>carries %n pain point</numerusform><numerusform>carries %n pain points</numerusform></translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message numerus="yes">
        <source>%n thing(s) changed here and in the file.</source>
        <translation><numerusform>%n thing changed here and in the file.</numerusform><numerusform>%n things changed here and in the file.</numerusform></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%n touchpoint(s)</source>
        <translation><numerusform>%n touchpoint</numerusform><numerusform>%n touchpoints</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n score(s)</source>
        <translation><numerusform>%n score</numerusform><numerusform>%n scores</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation><numerusform>%n link</numerusform><numerusform>%n links</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation><numerusform>%n action</numerusform><numerusform>%n actions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation><numerusform>%n step</numerusform><numerusform>%n steps</numerusform></translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message numerus="yes">
        <source>%n note(s) chosen</source>
        <translation><numerusform>%n note chosen</numerusform><numerusform>%n notes chosen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) will go to the inbox.</source>
        <translation><numerusform>%n note will go to the inbox.</numerusform><numerusform>%n notes will go to the inbox.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n feeling(s) went with it.</source>
        <translation><numerusform>%n feeling went with it.</numerusform><numerusform>%n feelings went with it.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) name it no longer.</source>
        <translation><numerusform>%n note names it no longer.</numerusform><numerusform>%n notes name it no longer.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoint(s) had it.</source>
        <translation><numerusform>%n touchpoint had it.</numerusform><numerusform>%n touchpoints had it.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pain point(s) on the way</source>
        <translation><numerusform>%n pain point on the way</numerusform><numerusform>%n pain points on the way</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted</source>
        <translation><numerusform>%n note deleted</numerusform><numerusform>%n notes deleted</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n note</numerusform><numerusform>%n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoint(s)</source>
        <translation><numerusform>%n touchpoint</numerusform><numerusform>%n touchpoints</numerusform></translation>
    </message>
</context>
<context>
    <name>Paste</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n note</numerusform><numerusform>%n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new phase(s)</source>
        <translation><numerusform>%n new phase</numerusform><numerusform>%n new phases</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n phase(s)</source>
        <translation><numerusform>%n phase</numerusform><numerusform>%n phases</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n in the inbox</source>
        <translation><numerusform>%n in the inbox</numerusform><numerusform>%n in the inbox</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) in the inbox</source>
        <translation><numerusform>%n note in the inbox</numerusform><numerusform>%n notes in the inbox</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n too many, left out</source>
        <translation><numerusform>%n too many, left out</numerusform><numerusform>%n too many, left out</numerusform></translation>
    </message>
</context>
<context>
    <name>People</name>
    <message numerus="yes">
        <source>%n score(s)</source>
        <translation><numerusform>%n score</numerusform><numerusform>%n scores</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoint(s)</source>
        <translation><numerusform>%n touchpoint</numerusform><numerusform>%n touchpoints</numerusform></translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message numerus="yes">
        <source>There are %n page(s); choose some of these to print.</source>
        <translation><numerusform>There is %n page; choose that one to print.</numerusform><numerusform>There are %n pages; choose some of these to print.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n page(s) on {paper}</source>
        <translation><numerusform>Print %n page on {paper}</numerusform><numerusform>Print %n pages on {paper}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to “{printer}”.</source>
        <translation><numerusform>%n page went to “{printer}”.</numerusform><numerusform>%n pages went to “{printer}”.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>“{printer}” leaves up to {edge} mm white at the edges, and on %n page(s) something stands there. Choose a wider margin, or print without it.</source>
        <translation><numerusform>“{printer}” leaves up to {edge} mm white at the edges, and on %n page something stands there. Choose a wider margin, or print without it.</numerusform><numerusform>“{printer}” leaves up to {edge} mm white at the edges, and on %n pages something stands there. Choose a wider margin, or print without it.</numerusform></translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message numerus="yes">
        <source>%n lane(s) with nothing in them left out: {lanes}.</source>
        <translation><numerusform>%n lane with nothing in it left out: {lanes}.</numerusform><numerusform>%n lanes with nothing in them left out: {lanes}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) hold more than fits {size} mm, and came out higher: {notes}.</source>
        <translation><numerusform>%n note holds more than fits {size} mm, and came out higher: {notes}.</numerusform><numerusform>%n notes hold more than fits {size} mm, and came out higher: {notes}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation><numerusform>%n sheet</numerusform><numerusform>%n sheets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) changed, of {all}: {names}.</source>
        <translation><numerusform>%n sheet changed, of {all}: {names}.</numerusform><numerusform>%n sheets changed, of {all}: {names}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The notes do not fit the places of the earlier print any more, so the map is laid out anew: %n sheet(s) of {all} change.</source>
        <translation><numerusform>The notes do not fit the places of the earlier print any more, so the map is laid out anew: %n sheet of {all} changes.</numerusform><numerusform>The notes do not fit the places of the earlier print any more, so the map is laid out anew: %n sheets of {all} change.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) with nothing on them left out.</source>
        <translation><numerusform>%n sheet with nothing on it left out.</numerusform><numerusform>%n sheets with nothing on them left out.</numerusform></translation>
    </message>
</context>
<context>
    <name>Scribe</name>
    <message numerus="yes">
        <source>%n note(s), one for each line.</source>
        <translation><numerusform>%n note, one for each line.</numerusform><numerusform>%n notes, one for each line.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were too many and are left out.</source>
        <translation><numerusform>%n line were too many and are left out.</numerusform><numerusform>%n lines were too many and are left out.</numerusform></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>Maps that were closed without saving stay here for %n day(s).</source>
        <translation><numerusform>Maps that were closed without saving stay here for %n day.</numerusform><numerusform>Maps that were closed without saving stay here for %n days.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s); the file itself was not changed.</source>
        <translation><numerusform>%n remark; the file itself was not changed.</numerusform><numerusform>%n remarks; the file itself was not changed.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) up to {time}.</source>
        <translation><numerusform>%n edit up to {time}.</numerusform><numerusform>%n edits up to {time}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Imported %n touchpoint(s)</source>
        <translation><numerusform>Imported %n touchpoint</numerusform><numerusform>Imported %n touchpoints</numerusform></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message numerus="yes">
        <source>%n phase(s)</source>
        <translation><numerusform>%n phase</numerusform><numerusform>%n phases</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation><numerusform>%n lane</numerusform><numerusform>%n lanes</numerusform></translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message numerus="yes">
        <source>You have a template with this name. It is replaced; the old one is kept for %n day(s).</source>
        <translation><numerusform>You have a template with this name. It is replaced; the old one is kept for %n day.</numerusform><numerusform>You have a template with this name. It is replaced; the old one is kept for %n days.</numerusform></translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation><numerusform>%n sheet</numerusform><numerusform>%n sheets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) changed: {names}. Hang these over the old ones.</source>
        <translation><numerusform>%n sheet changed: {names}. Hang it over the old one.</numerusform><numerusform>%n sheets changed: {names}. Hang these over the old ones.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>At {percent} %, which saves %n sheet(s).</source>
        <translation><numerusform>At {percent} %, which saves %n sheet.</numerusform><numerusform>At {percent} %, which saves %n sheets.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n empty sheet(s) left out.</source>
        <translation><numerusform>%n empty sheet left out.</numerusform><numerusform>%n empty sheets left out.</numerusform></translation>
    </message>
</context>
<context>
    <name>Underneath</name>
    <message numerus="yes">
        <source>There are %n other versions of this map.</source>
        <translation><numerusform>There is %n other version of this map.</numerusform><numerusform>There are %n other versions of this map.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n other version(s) of this map left to look at.</source>
        <translation><numerusform>%n other version of this map left to look at.</numerusform><numerusform>%n other versions of this map left to look at.</numerusform></translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message numerus="yes">
        <source>Paste %n note(s)</source>
        <translation><numerusform>Paste %n note</numerusform><numerusform>Paste %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Link %n note(s)</source>
        <translation><numerusform>Link %n note</numerusform><numerusform>Link %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Add %n picture(s)</source>
        <translation><numerusform>Add %n picture</numerusform><numerusform>Add %n pictures</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Add %n note(s)</source>
        <translation><numerusform>Add %n note</numerusform><numerusform>Add %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Move %n note(s)</source>
        <translation><numerusform>Move %n note</numerusform><numerusform>Move %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n note(s)</source>
        <translation><numerusform>Delete %n note</numerusform><numerusform>Delete %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n note(s)</source>
        <translation><numerusform>Duplicate %n note</numerusform><numerusform>Duplicate %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Change kind of %n note(s)</source>
        <translation><numerusform>Change kind of %n note</numerusform><numerusform>Change kind of %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Attach %n note(s)</source>
        <translation><numerusform>Attach %n note</numerusform><numerusform>Attach %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n link(s)</source>
        <translation><numerusform>Remove %n link</numerusform><numerusform>Remove %n links</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Change %n action(s)</source>
        <translation><numerusform>Change %n action</numerusform><numerusform>Change %n actions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n action(s)</source>
        <translation><numerusform>Remove %n action</numerusform><numerusform>Remove %n actions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Change %n note(s)</source>
        <translation><numerusform>Change %n note</numerusform><numerusform>Change %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the severity of %n note(s)</source>
        <translation><numerusform>Set the severity of %n note</numerusform><numerusform>Set the severity of %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the evidence of %n note(s)</source>
        <translation><numerusform>Set the evidence of %n note</numerusform><numerusform>Set the evidence of %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the owner of %n note(s)</source>
        <translation><numerusform>Set the owner of %n note</numerusform><numerusform>Set the owner of %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the department of %n note(s)</source>
        <translation><numerusform>Set the department of %n note</numerusform><numerusform>Set the department of %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the channels of %n note(s)</source>
        <translation><numerusform>Set the channels of %n note</numerusform><numerusform>Set the channels of %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the personas of %n note(s)</source>
        <translation><numerusform>Set the personas of %n note</numerusform><numerusform>Set the personas of %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the tags of %n note(s)</source>
        <translation><numerusform>Set the tags of %n note</numerusform><numerusform>Set the tags of %n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the feeling aimed for at %n touchpoint(s)</source>
        <translation><numerusform>Set the feeling aimed for at %n touchpoint</numerusform><numerusform>Set the feeling aimed for at %n touchpoints</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set the feeling at %n touchpoint(s)</source>
        <translation><numerusform>Set the feeling at %n touchpoint</numerusform><numerusform>Set the feeling at %n touchpoints</numerusform></translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n note</numerusform><numerusform>%n notes</numerusform></translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>%n note(s) in the inbox</source>
        <translation><numerusform>%n note in the inbox</numerusform><numerusform>%n notes in the inbox</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) too many, left out</source>
        <translation><numerusform>%n line too many, left out</numerusform><numerusform>%n lines too many, left out</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoint(s)</source>
        <translation><numerusform>%n touchpoint</numerusform><numerusform>%n touchpoints</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pain point(s)</source>
        <translation><numerusform>%n pain point</numerusform><numerusform>%n pain points</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation><numerusform>%n selected</numerusform><numerusform>%n selected</numerusform></translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message numerus="yes">
        <source>%n picture(s) not shown</source>
        <translation><numerusform>%n picture not shown</numerusform><numerusform>%n pictures not shown</numerusform></translation>
    </message>
</context>
</TS>
