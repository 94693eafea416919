package dev.kefu.engine.gate;

/** What the gate does with a command that a person gives. */
enum Verdict {

  /** A {@link CommandGuard} looks into it. */
  CHECKED,

  /** Nobody may do it by hand; members of the repair group may, with a reason. */
  REFUSED,

  /** The engine's own rights suffice. */
  FREE
}
