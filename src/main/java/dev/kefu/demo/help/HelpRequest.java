package dev.kefu.demo.help;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

/**
 * A public complaint that asks for help or information, and how a reviewer expects it to go through {@code customer-help}.
 *
 * @param complaintId number in the public collection, the reference of the case
 * @param receivedOn day of the complaint
 * @param customer name made from the number; the collection names nobody
 * @param phone a number that is reserved for fiction
 * @param channel code of the form's field: web is {@code website}; post, fax and referral by an authority are {@code letter}
 * @param kind code of the form's field
 * @param content the complaint's own words; without a narrative its product and issue
 * @param answerKnown whether the answer stands in the knowledge base
 * @param route row of the handbook's routing table that must result
 * @param end {@code solved}, {@code unsolved} (who disputed the firm's answer) or {@code withdrawn} (whose firm was still at work)
 * @param answer what the employee finds and tells; for a withdrawal the customer's reason
 */
record HelpRequest(String complaintId, LocalDate receivedOn, String customer, String phone, String channel, String kind, String content,
                   boolean answerKnown, String route, String end, String answer) {

  /** The reviewed requests, in the order of the file. */
  static List<HelpRequest> all() {
    ObjectReader rows = new CsvMapper().findAndRegisterModules().readerFor(HelpRequest.class).with(CsvSchema.emptySchema().withHeader());
    try (InputStream file = HelpRequest.class.getResourceAsStream("/demo/help-requests.csv")) {
      return rows.<HelpRequest>readValues(file).readAll();
    } catch (IOException e) {
      throw new UncheckedIOException("demo/help-requests.csv cannot be read", e);
    }
  }
}
