package dev.kefu.complaint.quality;

/** Whose fault a test shows. */
enum Fault {
  OURS, NOT_OURS,
  /** The test cannot tell: an outside laboratory is asked. */
  UNKNOWN
}
