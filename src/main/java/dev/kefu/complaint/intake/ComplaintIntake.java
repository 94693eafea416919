package dev.kefu.complaint.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kefu.complaint.intake.IntakeTable.Received;
import dev.kefu.engine.CasesFromOutside;
import dev.kefu.engine.CasesFromOutside.FormOutline;
import dev.kefu.engine.CasesFromOutside.Sender;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens one case for each reference of a sender, however often and at how many nodes at once the reference comes. */
@Service
@RequiredArgsConstructor
public class ComplaintIntake {

  /** The channel of imported files. */
  public static final String IMPORT = "import";
  /** The form's field that says how a complaint came, where the form has one. */
  public static final String CHANNEL_FIELD = "channel";
  /** Characters of a reference. */
  public static final int LONGEST_REFERENCE = 100;

  /** Two at once need two; a third for the victim of a dead-lock. */
  private static final int ATTEMPTS = 3;
  private static final ObjectMapper SORTED = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final CasesFromOutside cases;
  private final IntakeTable table;
  private final IntakeProperties settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  /**
   * Where a complaint stands in an imported file.
   *
   * @param importId the import's id
   * @param number as a spreadsheet shows it, the heading being 1
   */
  public record Row(long importId, long number) {
  }

  /** What a complaint must say. */
  public FormOutline form() {
    return cases.form(settings.message());
  }

  /**
   * Receives a complaint in a transaction of its own.
   *
   * @throws CasesFromOutside.RefusedData when a field is wrong
   * @throws ReferenceTaken when the sender used the reference for other content before
   */
  Receipt receive(Sender sender, Map<String, Object> complaint) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.execute(status -> receive(sender, complaint, null));
      } catch (DataIntegrityViolationException | ConcurrencyFailureException sameReferenceAtOnce) {
        if (attempt == ATTEMPTS) {
          throw sameReferenceAtOnce;
        }
      }
    }
  }

  /**
   * The same within the caller's transaction. Another transaction with the same reference lets this one fail with a
   * {@link DataIntegrityViolationException} or a {@link ConcurrencyFailureException}; a repetition finds the other's case.
   *
   * @param row where it stands in an imported file; null when it stands in none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Receipt receive(Sender sender, Map<String, Object> complaint, Row row) {
    String digest = digest(complaint);
    Optional<Received> before = table.find(sender.channel(), sender.reference());
    if (before.isPresent()) {
      if (!before.get().contentDigest().equals(digest)) {
        throw new ReferenceTaken(sender.reference(), before.get().caseNumber());
      }
      return new Receipt(before.get().caseNumber(), false);
    }
    // The case first: of two at once the second waits for the first one's case number, and its own is given back when the reference is taken.
    String caseNumber = cases.start(settings.message(), complaint, sender);
    table.add(sender.channel(), sender.reference(), new Received(digest, caseNumber), row, clock.instant());
    return new Receipt(caseNumber, true);
  }

  /** The same for the same fields, in whatever order they were sent. */
  private static String digest(Map<String, Object> complaint) {
    try {
      return DigestUtils.sha256Hex(SORTED.writeValueAsString(complaint));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
