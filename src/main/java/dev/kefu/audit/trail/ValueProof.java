package dev.kefu.audit.trail;

/** What can be said of a candidate for an audited value. */
enum ValueProof {

  /** It was this value. */
  EQUAL,

  /** It was another value. */
  DIFFERENT,

  /** The salt was deleted; nobody can tell any more. */
  FORGOTTEN
}
