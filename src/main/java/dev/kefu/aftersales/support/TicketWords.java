package dev.kefu.aftersales.support;

import dev.kefu.aftersales.Moments;
import java.time.ZoneId;
import java.util.Map;

/** Tickets in words, for forms and messages. */
final class TicketWords {

  static final Map<String, String> LEVELS = Map.of("level1", "1 加急", "level2", "2 急迫", "level3", "3 緊急", "level4", "4 一般問題", "level5", "5 一般疑問");
  private static final Map<String, String> MODES = Map.of("onSite", "on site 現場", "onSiteOrRemote", "on site or remote 現場或遠程", "remote", "remote 遠程", "trainingOrRemote", "training, remote 培訓、遠程");

  private TicketWords() {
  }

  /**
   * The ticket as the next step reads it.
   *
   * @param mode code of the table support-severity, null before it is graded
   */
  static String facts(SupportTicket ticket, String mode, ZoneId zone) {
    StringBuilder facts = new StringBuilder(ticket.getProblem());
    if (ticket.getProduct() != null) {
      facts.append("\n\nProduct 產品: ").append(ticket.getProduct()).append(ticket.getSerialNumber() == null ? "" : " · " + ticket.getSerialNumber());
    }
    if (ticket.getSeverity() != null) {
      facts.append("\n\nLevel 級別: ").append(LEVELS.getOrDefault(ticket.getSeverity(), ticket.getSeverity())).append(" · ").append(MODES.getOrDefault(mode, mode))
          .append(" · react by 響應期限 ").append(Moments.shown(ticket.getReactDue(), zone)).append(" · solve by 解決期限 ").append(Moments.shown(ticket.getSolveDue(), zone))
          .append("\n\nScene 場景: ").append(ticket.getScene()).append("\n\nMessage 報錯: ").append(ticket.getErrorMessage()).append("\n\nEnvironment 環境: ").append(ticket.getEnvironment());
    }
    return facts.toString();
  }

  /** What was found, for whoever solves it. */
  static String diagnosis(SupportTicket ticket) {
    return "Diagnosis 診斷: " + ticket.getDiagnosis() + "\n\nCause 原因: " + ticket.getCause() + (ticket.getRollBack() == null ? "" : "\n\nWay back 回滾: " + ticket.getRollBack());
  }
}
