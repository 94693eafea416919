package dev.kefu.aftersales.support;

import dev.kefu.engine.RegisterFacts;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the register of technical problems says on the printed ticket: of the case's last ticket. */
@Component
@RequiredArgsConstructor
class TicketRegisterFacts implements RegisterFacts {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final SupportTicketRepository repository;
  private final Clock clock;

  @Override
  public String register() {
    return "ticket";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> of(String caseNumber) {
    return repository.findByCaseNumberOrderById(caseNumber).stream().reduce((earlier, later) -> later).map(this::facts).orElse(Map.of());
  }

  private Map<String, Object> facts(SupportTicket ticket) {
    Map<String, Object> facts = new LinkedHashMap<>();
    put(facts, "level", ticket.getSeverity() == null ? null : TicketWords.LEVELS.get(ticket.getSeverity()));
    put(facts, "reactDue", shown(ticket.getReactDue()));
    put(facts, "solveDue", shown(ticket.getSolveDue()));
    put(facts, "solvedAt", shown(ticket.getSolvedAt()));
    put(facts, "confirmed", ticket.getConfirmedAt() == null ? null : shown(ticket.getConfirmedAt()));
    List<Map<String, String>> news = ticket.getNews().stream().map(this::row).toList();
    if (!news.isEmpty()) {
      facts.put("news", news);
    }
    return facts;
  }

  private Map<String, String> row(TicketNews news) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("Time 時間", shown(news.getToldAt()));
    row.put("News 進展", news.getNews());
    return row;
  }

  private String shown(Instant moment) {
    return moment == null ? null : MINUTE.format(moment.atZone(clock.getZone()));
  }

  private static void put(Map<String, Object> facts, String name, String value) {
    if (value != null) {
      facts.put(name, value);
    }
  }
}
