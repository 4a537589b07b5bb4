/** The probe's script on real sockets, and `berth probe` against a real API server. */
package dev.berth.e2e.probe;
