package dev.kefu.engine.gate;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** Keeps refusals out of the log of faults: the engine's REST API writes a stack trace for each, although the person was answered. */
class RefusalLogFilter extends TurboFilter {

  private static final String REST_FAULTS = "org.camunda.bpm.engine.rest.exception";

  private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();

  @PostConstruct
  void attach() {
    loggers.addTurboFilter(this);
  }

  @PreDestroy
  void detach() {
    loggers.getTurboFilterList().remove(this);
  }

  @Override
  public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable fault) {
    return logger.getName().equals(REST_FAULTS) && Refusal.isNoted() ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
