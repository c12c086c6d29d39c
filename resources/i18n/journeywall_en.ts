<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Undo</name>
    <message numerus="yes">
        <source>Paste %n card(s)</source>
        <translation><numerusform>Paste %n card</numerusform><numerusform>Paste %n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Add %n card(s)</source>
        <translation><numerusform>Add %n card</numerusform><numerusform>Add %n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Move %n card(s)</source>
        <translation><numerusform>Move %n card</numerusform><numerusform>Move %n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n card(s)</source>
        <translation><numerusform>Delete %n card</numerusform><numerusform>Delete %n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n card(s)</source>
        <translation><numerusform>Duplicate %n card</numerusform><numerusform>Duplicate %n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Change kind of %n card(s)</source>
        <translation><numerusform>Change kind of %n card</numerusform><numerusform>Change kind of %n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Attach %n card(s)</source>
        <translation><numerusform>Attach %n card</numerusform><numerusform>Attach %n cards</numerusform></translation>
    </message>
</context>
</TS>
