package dev.kefu.information;

/**
 * Where a customer stands, for whoever draws a sample.
 *
 * @param code customer number
 * @param region code of the region
 * @param grade A to D, or null
 */
public record CustomerPlace(String code, String region, String grade) {
}
