package dev.kefu.complaint.intake.imports;

import dev.kefu.complaint.intake.ComplaintIntake;
import dev.kefu.complaint.intake.IntakeProperties;
import dev.kefu.complaint.intake.Receipt;
import dev.kefu.complaint.intake.ReferenceTaken;
import dev.kefu.complaint.intake.imports.ImportFiles.Lent;
import dev.kefu.complaint.intake.imports.ImportTable.Outcome;
import dev.kefu.complaint.intake.imports.ImportTable.RowError;
import dev.kefu.engine.CasesFromOutside.FormOutline;
import dev.kefu.engine.CasesFromOutside.NotAccepted;
import dev.kefu.engine.CasesFromOutside.RefusedData;
import dev.kefu.engine.CasesFromOutside.Sender;
import dev.kefu.tables.TableFile;
import dev.kefu.tables.TableRow;
import dev.kefu.tables.TableRows;
import dev.kefu.tables.UnreadableFile;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the rows of imports, one import at a time on each node. A row, its case and the note that it is done are one transaction, which holds only while the
 * import is this worker's: a node that is killed leaves no half row, and after its lease another one goes on with the next row.
 */
@Slf4j
@Component
@RequiredArgsConstructor
public class ImportWorker {

  private static final int MOST_FAILURES = 3;
  private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofSeconds(30);
  private static final Duration BROKEN_OFF = Duration.ofDays(1);
  private static final long SECONDS_TO_STOP = 20;

  private final ImportTable table;
  private final ImportFiles files;
  private final ComplaintIntake intake;
  private final IntakeProperties settings;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "complaint-imports"));
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean stopping;

  /** The import is somebody else's now, or was cancelled. */
  private static final class HeldNoMore extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HeldNoMore() {
      super(null, null, false, false);
    }
  }

  /** An import that this worker holds. */
  private record Held(Import file, String claim, FormOutline form, Columns columns) {
  }

  /** Looks for work, and does it on a thread of its own: the schedule's threads serve others too. */
  @Scheduled(fixedDelayString = "${kefu.complaint.intake.imports.look-every}")
  void look() {
    if (busy.compareAndSet(false, true)) {
      thread.execute(() -> {
        try {
          work();
        } catch (RuntimeException unexpected) {
          log.error("Imports will be looked for again", unexpected);
        } finally {
          busy.set(false);
        }
      });
    }
  }

  /** Reads all imports that nobody works on. */
  public void work() {
    work(row -> { });
  }

  /**
   * The same.
   *
   * @param afterRow told the number of each row that is done; what it throws ends the work as a node's death would
   */
  void work(LongConsumer afterRow) {
    Optional<Import> next = claim(UUID.randomUUID().toString(), afterRow);
    while (next.isPresent() && !stopping) {
      next = claim(UUID.randomUUID().toString(), afterRow);
    }
  }

  private Optional<Import> claim(String claim, LongConsumer afterRow) {
    Optional<Import> next = table.claim(claim, clock.instant(), leaseEnd());
    next.ifPresent(file -> read(file, claim, afterRow));
    return next;
  }

  private void read(Import file, String claim, LongConsumer afterRow) {
    try (Lent lent = files.lend(file);
         TableRows rows = TableRows.open(new TableFile(lent.path(), file.kind(), file.encoding(), file.separator()), settings.imports().longestCell())) {
      FormOutline form = intake.form();
      Held held = new Held(file, claim, form, Columns.of(rows.next(), form));
      boolean isFirst = true;
      while (rows.hasNext()) {
        TableRow row = rows.next();
        if (row.number() > file.lastRow()) {
          if (stopping) {
            table.release(file.id(), claim, clock.instant().minusMillis(1), false);
            return;
          }
          if (!receive(held, row, isFirst ? file.failures() : 0)) {
            return;
          }
          isFirst = false;
          afterRow.accept(row.number());
        }
      }
      table.end(file.id(), claim, ImportState.DONE, null, clock.instant());
    } catch (HeldNoMore cancelledOrTaken) {
      log.info("Import {} is worked on no more here", file.id());
    } catch (NotAccepted notNow) {
      log.warn("Import {} waits: {}", file.id(), notNow.getMessage());
      table.release(file.id(), claim, clock.instant().plus(BEFORE_THE_NEXT_TRY), false);
    } catch (UnreadableFile unreadable) {
      table.end(file.id(), claim, ImportState.FAILED, unreadable.getMessage(), clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns false when the row failed for no fault of its own and is to be tried again later. */
  private boolean receive(Held held, TableRow row, int failures) {
    String reference = held.columns().reference(row, held.file().sha256());
    try {
      Map<String, Object> complaint = held.columns().complaint(row, new CellValues(clock.getZone()), held.file().formChannel(), held.form());
      if (reference.length() > ComplaintIntake.LONGEST_REFERENCE) {
        refuse(held, row, reference, List.of(new RowError(row.number(), reference, "Reference 來文編號", "has more than 100 characters 超過 100 個字")));
      } else {
        transactions.executeWithoutResult(status -> {
          Receipt receipt = intake.receive(new Sender(ComplaintIntake.IMPORT, held.file().uploadedBy(), reference), complaint,
              new ComplaintIntake.Row(held.file().id(), row.number()));
          done(held, row, receipt.isNew() ? Outcome.ACCEPTED : Outcome.DUPLICATE);
        });
      }
    } catch (RefusedData refused) {
      refuse(held, row, reference, refused.errors().stream().map(error -> new RowError(row.number(), reference, error.label(), error.message())).toList());
    } catch (ReferenceTaken taken) {
      refuse(held, row, reference, List.of(new RowError(row.number(), reference, "Reference 來文編號", taken.getMessage())));
    } catch (HeldNoMore | NotAccepted notTheRowsFault) {
      throw notTheRowsFault;
    } catch (RuntimeException unexpected) {
      log.warn("Row {} of import {} failed", row.number(), held.file().id(), unexpected);
      if (failures + 1 < MOST_FAILURES) {
        table.release(held.file().id(), held.claim(), clock.instant().plus(BEFORE_THE_NEXT_TRY), true);
        return false;
      }
      refuse(held, row, reference, List.of(new RowError(row.number(), reference, "Row 行",
          "failed for a technical reason; tell an administrator, then import it again 因技術原因失敗,請通知系統管理員後重新導入")));
    }
    return true;
  }

  private void refuse(Held held, TableRow row, String reference, List<RowError> errors) {
    transactions.executeWithoutResult(status -> {
      errors.forEach(error -> table.addError(held.file().id(), error));
      done(held, row, Outcome.REFUSED);
    });
  }

  private void done(Held held, TableRow row, Outcome outcome) {
    if (!table.done(held.file().id(), held.claim(), row.number(), outcome, leaseEnd())) {
      throw new HeldNoMore();
    }
  }

  private Instant leaseEnd() {
    return clock.instant().plus(settings.imports().lease());
  }

  /** Every night: files hold personal data and are not kept for ever. */
  @Scheduled(cron = "0 20 2 * * *", zone = "Asia/Shanghai")
  void forget() throws IOException {
    Instant brokenOff = clock.instant().minus(BROKEN_OFF);
    files.sweep(brokenOff);
    int pieces = table.forget(clock.instant().minus(settings.imports().keep()), brokenOff);
    if (pieces > 0) {
      log.info("Deleted {} pieces of imported files", pieces);
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    thread.shutdown();
    thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
  }
}
