package dev.kefu.aftersales.support;

import dev.kefu.engine.RegisterFacts;
import java.time.Clock;
import java.time.Instant;
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
    facts.put("level", ticket.getSeverity() == null ? null : TicketWords.LEVELS.get(ticket.getSeverity()));
    facts.put("reactDue", shown(ticket.getReactDue()));
    facts.put("solveDue", shown(ticket.getSolveDue()));
    facts.put("solvedAt", shown(ticket.getSolvedAt()));
    facts.put("confirmed", shown(ticket.getConfirmedAt()));
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
    return moment == null ? null : TicketWords.MOMENT.format(moment.atZone(clock.getZone()));
  }
}
