package dev.kefu.relationship.visit;

/** What the table visit-followup asks of a record. */
record Findings(boolean disputeNamed, boolean idea, boolean fault, boolean creditChange, boolean prospectNamed, boolean competitorNews, boolean contactChanged) {
}
