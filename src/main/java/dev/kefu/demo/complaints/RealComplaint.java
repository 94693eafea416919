package dev.kefu.demo.complaints;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A complaint that was made to a public authority, and how a reviewer expects it to go through {@code complaint-handling}.
 *
 * @param complaintId number in the public collection, the reference of the case
 * @param receivedOn day on which the authority sent it to the firm
 * @param customer name made from the number; the collection names nobody
 * @param phone a number that is reserved for fiction
 * @param address state and beginning of the postal code, as published
 * @param channel code of the form's field: referral by an authority is {@code authority}; post and fax are {@code letter}
 * @param kind code of the form's field
 * @param product product and its kind
 * @param content the complaint's own words; without a narrative its product and issue
 * @param complaintReason issue and its kind
 * @param demands code of the form's field
 * @param claimedAmount yuan; null unless money is named
 * @param repeated whether it was complained about before, which makes it major
 * @param severity row of the handbook's table that must result
 * @param response what the firm answered: {@code explained}, {@code apology}, {@code compensation}, or {@code inProgress} for one that is still inquired into
 * @param amount yuan that the firm pays; null where nothing is proposed
 * @param late whether the customer was answered after the time for it
 * @param disputed whether the customer is dissatisfied at the first call-back
 * @param end {@code closed}, or {@code open} for a case that stays at its inquiry
 * @param remarks when it was made, about which firm, by whom
 * @param publicResponse what the firm said in public; empty when it said nothing
 */
record RealComplaint(String complaintId, LocalDate receivedOn, String customer, String phone, String address, String channel, String kind, String product, String content,
                     String complaintReason, String demands, BigDecimal claimedAmount, boolean repeated, String severity, String response, BigDecimal amount, boolean late,
                     boolean disputed, String end, String remarks, String publicResponse) {

  static final String OPEN = "open";

  /** The reviewed complaints, in the order in which the firms received them. */
  static List<RealComplaint> all() {
    ObjectReader rows = new CsvMapper().findAndRegisterModules().readerFor(RealComplaint.class).with(CsvSchema.emptySchema().withHeader());
    try (InputStream file = RealComplaint.class.getResourceAsStream("/demo/complaints.csv")) {
      return rows.<RealComplaint>readValues(file).readAll();
    } catch (IOException e) {
      throw new UncheckedIOException("demo/complaints.csv cannot be read", e);
    }
  }

  /** What the form takes for it: at nine in the morning. */
  LocalDateTime receivedAt() {
    return receivedOn.atTime(9, 0);
  }

  boolean founded() {
    return "apology".equals(response) || "compensation".equals(response);
  }

  /** Who hears it first. */
  String receiver() {
    return "phone".equals(channel) ? "call-center-agent" : "complaint-specialist";
  }
}
