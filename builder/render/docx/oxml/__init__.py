"""WordprocessingML as text: the only place that writes raw XML."""
