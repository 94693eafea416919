package dev.kefu.operation.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** A stack trace without what could name a person: databases and mail servers quote in their messages what they were given. */
public class MaskedThrowableConverter extends ExtendedWhitespaceThrowableProxyConverter {

  @Override
  protected String throwableProxyToString(IThrowableProxy thrown) {
    return PersonalData.masked(super.throwableProxyToString(thrown));
  }
}
