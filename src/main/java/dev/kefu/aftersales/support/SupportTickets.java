package dev.kefu.aftersales.support;

import dev.kefu.aftersales.support.SupportTicket.Status;
import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.engine.CaseEnded;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of tickets and the knowledge base. */
@Service
@RequiredArgsConstructor
@Transactional
class SupportTickets {

  static final String PROCESS = "technical-support";

  private static final int ENTRY_LENGTH = 400;
  private static final Map<String, Status> ENDS = Map.of("solved", Status.SOLVED, "wishRegistered", Status.WISH_REGISTERED, "withdrawn", Status.WITHDRAWN, "cancelled", Status.CANCELLED);

  private final SupportTicketRepository repository;
  private final KnowledgeRepository knowledge;
  private final WorkingCalendar calendar;
  private final Clock clock;

  /** Opens a ticket; one that is open already stays as it is. */
  SupportTicket open(String caseNumber, String processInstanceId, SupportTicket.Concern concern) {
    return repository.findByProcessInstanceId(processInstanceId).orElseGet(() -> repository.save(new SupportTicket(caseNumber, processInstanceId, concern, clock.instant())));
  }

  /**
   * Finds a ticket.
   *
   * @throws IllegalStateException when there is none
   */
  SupportTicket get(long id) {
    return repository.findById(id).orElseThrow(() -> new IllegalStateException("The register has no ticket " + id + "."));
  }

  /** Registers the ticket with its grade; the times count from now. */
  SupportTicket register(long id, Ticket ticket, String severity, TimeSpan react, TimeSpan solve) {
    Instant now = clock.instant();
    SupportTicket registered = get(id);
    registered.register(ticket, new Grade(severity, calendar.due(now, react), calendar.plus(now, solve.length().dividedBy(2), solve.unit()), calendar.due(now, solve)), now);
    return registered;
  }

  /** Keeps what the ticket taught; a ticket has one entry. */
  void keep(SupportTicket ticket, String title, String by) {
    if (knowledge.findByTicketId(ticket.getId()).isEmpty()) {
      knowledge.save(new KnowledgeEntry(ticket, title, by, clock.instant()));
    }
  }

  /** What the knowledge base says of a product, newest first, for people. */
  String known(String product) {
    String entries = product == null ? "" : knowledge.findFirst5ByProductOrderByIdDesc(product).stream()
        .map(entry -> "- **" + entry.getTitle() + "**: " + cut(entry.getCause()) + " → " + cut(entry.getSolution())).collect(Collectors.joining("\n"));
    return "Knowledge base 知識庫:\n" + (entries.isEmpty() ? "- nothing about this product yet 尚無此產品的條目" : entries);
  }

  private static String cut(String text) {
    return text.length() <= ENTRY_LENGTH ? text : text.substring(0, ENTRY_LENGTH) + "…";
  }

  /** Who has how many tickets in hand, for people. */
  String load() {
    String load = repository.findLoad().stream().map(row -> "- " + row.getEngineer() + ": " + row.getTickets()).collect(Collectors.joining("\n"));
    return "Tickets in hand 在辦工單:\n" + (load.isEmpty() ? "- nobody has any 均無" : load);
  }

  /** Closes the ticket in the transaction in which its process ends. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(ticket -> ticket.end(ENDS.get(ended.outcome()), clock.instant()));
    }
  }
}
