"""The paper kit: what a workshop needs on paper, made of the same map as the poster."""
