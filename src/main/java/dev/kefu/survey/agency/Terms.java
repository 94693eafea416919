package dev.kefu.survey.agency;

/**
 * What the table agency-terms says, in per cent of the fee.
 *
 * @param firstShare what is paid first
 * @param penaltyPerDay for each day of delay
 * @param penaltyMost of all days
 */
record Terms(int firstShare, int penaltyPerDay, int penaltyMost) {
}
