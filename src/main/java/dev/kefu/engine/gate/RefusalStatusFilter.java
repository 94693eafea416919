package dev.kefu.engine.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives a refusal of the gate its status (400 or 403) where the engine's REST API would answer 500; leaves every other answer alone. */
class RefusalStatusFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, new HttpServletResponseWrapper(response) {

      @Override
      public void setStatus(int status) {
        super.setStatus(deserved(status));
      }

      @Override
      public void sendError(int status) throws IOException {
        super.sendError(deserved(status));
      }

      @Override
      public void sendError(int status, String message) throws IOException {
        super.sendError(deserved(status), message);
      }

      private int deserved(int status) {
        return status >= SC_BAD_REQUEST && request.getAttribute(Refusal.STATUS) instanceof Integer noted ? noted : status;
      }
    });
  }
}
