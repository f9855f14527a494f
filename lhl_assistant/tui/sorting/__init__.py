"""Lines sorted to innsatsområde and løsning."""
