package dev.kefu.document.printing;

import dev.kefu.engine.CaseRecord.HandedIn;
import dev.kefu.engine.ShownField;

/** Gives the person who prints what may be seen of a classified field: its value, a placeholder, or nothing when it was left empty. */
@FunctionalInterface
interface Classified {

  String read(HandedIn form, ShownField field);
}
